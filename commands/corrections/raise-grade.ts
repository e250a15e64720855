import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { corrections, revisions } from '@/db/schema';
import type { Outcome } from '@/domain/claim/outcomes';

/**
 * Calls a correction substantial when the verdict itself becomes another one with it: its positions amount to another outcome, or what it corrects was retracted
 * meanwhile (SPEC GC4). Asked in the transaction that publishes, before anything of it is public.
 */
export async function raiseGrade(tx: Tx, revisionId: string, outcome: Outcome): Promise<void> {
  const [found] = await tx
    .select({ grade: corrections.grade, state: revisions.state, outcome: revisions.outcome })
    .from(corrections)
    .innerJoin(revisions, eq(revisions.id, corrections.correctsRevisionId))
    .where(eq(corrections.revisionId, revisionId));
  if (found === undefined || found.grade === 'substantial') return;
  if (found.outcome === outcome && found.state !== 'retracted') return;
  await tx.update(corrections).set({ grade: 'substantial' }).where(eq(corrections.revisionId, revisionId));
}
