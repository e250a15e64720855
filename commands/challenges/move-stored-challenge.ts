import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { challenges } from '@/db/schema';
import { type ChallengeMove, type ChallengeNotOpen, isOpen, moveChallenge } from '@/domain/challenge/transitions';
import { ok, type Result } from '@/domain/result';
import type { ChallengeRow } from './load-challenge';
import { nextChange } from './next-change';

type Beside = Partial<Pick<ChallengeRow, 'acknowledgedAt' | 'acknowledgedByParty' | 'endedAt' | 'publishesWords'>>;

/** Takes a locked challenge to the state that the table gives for this move (SPEC CH1). With its end the challenger's address is gone (SPEC CH5). */
export async function moveStoredChallenge(
  tx: Tx,
  challenge: ChallengeRow,
  move: ChallengeMove,
  beside: Beside,
): Promise<Result<ChallengeRow, ChallengeNotOpen>> {
  const moved = moveChallenge(challenge.state, move);
  if (!moved.ok) return moved;
  const change = await nextChange(tx, challenge.workspaceId);
  const set = { ...beside, state: moved.value, change, ...(isOpen(moved.value) ? {} : { sealedContact: null }) };
  await tx.update(challenges).set(set).where(eq(challenges.id, challenge.id));
  return ok({ ...challenge, ...set });
}
