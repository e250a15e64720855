import { and, asc, eq, isNotNull, or } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { revisions, signOffs, signOffWithdrawals } from '@/db/schema';
import type { Decision, ObjectionGround } from '@/domain/charter/facts';
import { positionOf, readStatement } from '@/domain/record/sign-off-statement';
import { type BrokenBytes, faultOfBytes } from './broken-bytes';
import { isPublished } from './published';

/** An objection to a published revision, or a sign-off of it that its signer took back. Its words are not in here: a statement that stands is printed elsewhere. Times are ISO 8601. */
export type SigningStep = {
  /** The revision. */
  number: number;
  party: string;
  decision: Decision;
  ground: ObjectionGround | null;
  at: string;
  /** Null for an objection that stands. */
  withdrawnAt: string | null;
  /** Names the statement without telling it: it holds a nonce, so nobody can guess its words from this. */
  sha256: string;
};

/** What happened while the published revisions of a claim were signed, beside the positions that stand (SPEC O8). Each is what its signed bytes say. */
export async function signingHistory(
  { claimId }: { claimId: string },
  conn: Db,
): Promise<{ steps: SigningStep[]; broken: BrokenBytes[] }> {
  const rows = await conn
    .select({ signOff: signOffs, withdrawnAt: signOffWithdrawals.at, number: revisions.number })
    .from(signOffs)
    .innerJoin(revisions, eq(revisions.id, signOffs.revisionId))
    .leftJoin(signOffWithdrawals, eq(signOffWithdrawals.signOffId, signOffs.id))
    .where(
      and(eq(revisions.claimId, claimId), isPublished, or(eq(signOffs.decision, 'object'), isNotNull(signOffWithdrawals.id))),
    )
    .orderBy(asc(revisions.number), asc(signOffs.position));
  const steps: SigningStep[] = [];
  const broken: BrokenBytes[] = [];
  for (const { signOff, withdrawnAt, number } of rows) {
    const fault = faultOfBytes('sign-off', signOff);
    if (fault !== undefined) {
      broken.push(fault);
      continue;
    }
    const statement = readStatement(signOff.bytes);
    const { decision, ground } = positionOf(statement);
    steps.push({
      ...{ number, party: statement.party, decision, ground, sha256: signOff.sha256 },
      ...{ at: signOff.at.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null },
    });
  }
  return { steps, broken };
}
