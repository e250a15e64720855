import { asc, eq } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { RevisionRow } from '@/commands/revisions/load-revision';
import { type ClauseRefusal, clausesOfSigning } from '@/commands/signoffs/clauses-of-signing';
import type { Db, Tx } from '@/db/handle';
import { type Signing, signingOfRevision } from '@/db/queries/signing-of-revision';
import { retractionSignOffs } from '@/db/schema';
import { lists } from '@/domain/charter/charter-text';
import type { SignOffFacts } from '@/domain/charter/facts';
import type { ProofKind } from '@/domain/charter/parameters';
import { readRetractionStatement } from '@/domain/correction/retraction';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import type { RetractionRow } from './load-retraction';

/** The signing of the retracted revision, with what was signed of the retraction in place of its sign-offs. */
export type RetractionSigning = { signing: Signing; approvals: SignOffFacts[] };

/** Everything that decides whether a retraction may be signed, read from what is stored as bytes (SPEC RT2, RT3). */
export async function signingOfRetraction(
  { retraction, revision }: { retraction: RetractionRow; revision: RevisionRow },
  conn: Db | Tx,
): Promise<RetractionSigning> {
  const signing = await signingOfRevision(revision, conn);
  const rows = await conn
    .select()
    .from(retractionSignOffs)
    .where(eq(retractionSignOffs.retractionId, retraction.id))
    .orderBy(asc(retractionSignOffs.position));
  const approvals = rows.flatMap(({ partyId, personId, bytes }): SignOffFacts[] => {
    const said = readRetractionStatement(new TextDecoder().decode(bytes));
    const isOfThis = said?.retraction === retraction.id && said.reason === retraction.reason && said.party === partyId;
    if (said === undefined || !isOfThis) return [];
    return [{ partyId, personId, decision: 'approve', sha256: said.recordSha256, charterSha256: said.charterSha256 }];
  });
  return { signing, approvals };
}

export type RetractionClauses = ClauseRefusal | (Refusal<'no-retraction-here'> & { clause: 'C35' });

/** What the clauses of signing say to one person who would sign a retraction: those of a sign-off, with its proposer in the place of the revision's (SPEC RT2). */
export function clausesOfRetraction({
  retraction,
  revision,
  signed: { signing, approvals },
  ...asked
}: {
  member: PartyMember;
  now: Date;
  retraction: RetractionRow;
  revision: RevisionRow;
  signed: RetractionSigning;
  conflict: 'none' | 'declared' | undefined;
  confirmedMsAgo: number;
  declaredMsAgo: number | undefined;
  proof?: ProofKind;
}): Result<undefined, RetractionClauses | Refusal<'not-your-party'>> {
  if (!lists(signing.charter, 'C35')) return refuse({ code: 'no-retraction-here', clause: 'C35' });
  if (!signing.consent.charter.some(({ id }) => id === asked.member.party.id)) return refuse({ code: 'not-your-party' });
  const { recordSha256, charterSha256 } = signing;
  const clauses = clausesOfSigning({
    ...asked,
    // A retraction has no clock of its own.
    revision: { ...revision, proposedBy: retraction.proposedBy, signingEndsAt: null, mediationEndsAt: null },
    signing: { ...signing, earlier: approvals, corrected: undefined },
    position: { decision: 'approve', conflict: asked.conflict, recordSha256, charterSha256 },
  });
  return clauses.ok ? ok(undefined) : clauses;
}
