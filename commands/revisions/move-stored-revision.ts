import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { revisions } from '@/db/schema';
import { moveRevision, type RevisionMove, type RevisionState } from '@/domain/claim/transitions';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import type { RevisionRow } from './load-revision';

export type RevisionNotOpen = Refusal<'revision-not-open'> & { state: string };

/** What is stored beside a new state: what it is published as, since when and from when, or why, by whom and when it ended. */
type Beside = Partial<
  Pick<RevisionRow, 'publishedAt' | 'endedReason' | 'endedByParty' | 'endedAt' | 'outcome' | 'outcomeAt' | 'releasesAt'>
>;

/** Takes a locked revision to the state that the table gives for this move, and to no other (SPEC L10): every change of a revision's state is made here. */
export async function moveStoredRevision(
  tx: Tx,
  revision: Pick<RevisionRow, 'id' | 'state'>,
  move: RevisionMove,
  beside: Beside,
): Promise<Result<RevisionState, RevisionNotOpen>> {
  const moved = moveRevision(revision.state, move);
  if (!moved.ok) return refuse({ code: 'revision-not-open', state: revision.state });
  await tx
    .update(revisions)
    .set({ ...beside, state: moved.value })
    .where(eq(revisions.id, revision.id));
  return ok(moved.value);
}
