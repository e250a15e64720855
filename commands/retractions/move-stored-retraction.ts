import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { retractions } from '@/db/schema';
import {
  moveRetraction,
  type RetractionMove,
  type RetractionNotOpen,
  type RetractionState,
} from '@/domain/correction/retraction';
import { ok, type Result } from '@/domain/result';
import type { RetractionRow } from './load-retraction';

type Beside = Pick<RetractionRow, 'endedAt'> & Partial<Pick<RetractionRow, 'endedByParty' | 'endedReason' | 'position'>>;

/** Takes a locked retraction to the state that the table gives for this move, and to no other. */
export async function moveStoredRetraction(
  tx: Tx,
  retraction: Pick<RetractionRow, 'id' | 'state'>,
  move: RetractionMove,
  beside: Beside,
): Promise<Result<RetractionState, RetractionNotOpen>> {
  const moved = moveRetraction(retraction.state, move);
  if (!moved.ok) return moved;
  await tx
    .update(retractions)
    .set({ ...beside, state: moved.value })
    .where(eq(retractions.id, retraction.id));
  return ok(moved.value);
}
