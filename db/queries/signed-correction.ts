import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db, Tx } from '@/db/handle';
import { challenges, corrections, revisions } from '@/db/schema';
import type { SignedCorrection } from '@/domain/record/sign-off-statement';

/** What whoever signs a revision signs of its being a correction (SPEC GC1); undefined for a first revision. */
export async function signedCorrection(
  { revisionId }: { revisionId: string },
  conn: Db | Tx,
): Promise<SignedCorrection | undefined> {
  const corrected = alias(revisions, 'corrected');
  const [row] = await conn
    .select({
      recordSha256: corrected.sha256,
      grade: corrections.grade,
      reason: corrections.reason,
      challenge: challenges.number,
    })
    .from(corrections)
    .innerJoin(corrected, eq(corrected.id, corrections.correctsRevisionId))
    .leftJoin(challenges, eq(challenges.id, corrections.challengeId))
    .where(eq(corrections.revisionId, revisionId));
  if (row === undefined) return undefined;
  const { challenge, ...said } = row;
  return { ...said, ...(challenge === null ? {} : { challenge }) };
}
