import { eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, revisions, verdicts } from '@/db/schema';
import { isRated } from '@/domain/claim/outcomes';
import { recordOf } from '../public/published';

/** The last published verdict of a claim in its main language, as its frozen bytes say it: also one that was retracted. */
export type VerdictOfClaim = {
  slug: string;
  language: string;
  question: string;
  /** Its finding, with the word of its rating; absent of an outcome that adopts none (SPEC O2, O3). */
  found: { rating: string; finding: string } | undefined;
};

/** What somebody who decides about a verdict has to know which one it is. */
export async function verdictOfClaim({ claimId }: { claimId: string }, conn: Db): Promise<VerdictOfClaim | undefined> {
  const [row] = await conn
    .select({ slug: claims.slug, outcome: verdicts.outcome, bytes: revisions.bytes })
    .from(verdicts)
    .innerJoin(claims, eq(claims.id, verdicts.claimId))
    .innerJoin(revisions, eq(revisions.id, verdicts.revisionId))
    .where(eq(verdicts.claimId, claimId));
  if (row === undefined || row.slug === null) return undefined;
  const { language, texts, fields } = recordOf(row.bytes);
  const written = texts[language];
  if (written === undefined) return undefined;
  return {
    ...{ slug: row.slug, language, question: written.question },
    found: isRated(row.outcome) ? { rating: fields.rating, finding: written.finding } : undefined,
  };
}
