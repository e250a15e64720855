import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type ChallengeState = 'received' | 'acknowledged' | 'accepted' | 'declined' | 'withdrawn';
export type ChallengeMove = 'acknowledge' | 'accept' | 'decline' | 'withdraw';
export type ChallengeNotOpen = Refusal<'challenge-not-open'> & { state: string };

/** Every legal move of a challenge. What is absent is refused (SPEC CH1). */
export const challengeMoves: Record<ChallengeState, Partial<Record<ChallengeMove, ChallengeState>>> = {
  received: { acknowledge: 'acknowledged', withdraw: 'withdrawn' },
  acknowledged: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  accepted: {},
  declined: {},
  withdrawn: {},
};

/** Whether anybody still waits for a word on it. */
export function isOpen(state: ChallengeState): boolean {
  return Object.keys(challengeMoves[state]).length > 0;
}

/** The challenge's state after a move, or why there is none. */
export function moveChallenge(from: ChallengeState, move: ChallengeMove): Result<ChallengeState, ChallengeNotOpen> {
  const next = challengeMoves[from][move];
  return next === undefined ? refuse({ code: 'challenge-not-open', state: from }) : ok(next);
}
