import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type ClaimState = 'submitted' | 'open' | 'closed';
export type ClaimMove = 'open' | 'close' | 'reopen' | 'resubmit';
export const revisionStates = ['signing', 'cooling-off', 'published', 'superseded', 'retracted', 'withdrawn', 'expired'] as const;
export type RevisionState = (typeof revisionStates)[number];
export type RevisionMove = 'cool' | 'publish' | 'reopen-signing' | 'return' | 'withdraw' | 'expire' | 'supersede' | 'retract';
export type MoveRefusal = Refusal<'illegal-move'> & { from: string; move: string };

/**
 * Every legal move of a claim. What is absent is refused (SPEC L1). A closing is never final: one party could otherwise end a question for all of them.
 */
export const claimMoves: Record<ClaimState, Partial<Record<ClaimMove, ClaimState>>> = {
  submitted: { open: 'open', close: 'closed' },
  open: { close: 'closed' },
  closed: { reopen: 'open', resubmit: 'submitted' },
};

/**
 * Every legal move of a revision; life-table.ts says of each who makes it and when. `return` is a dissent that sends the claim back to work, `withdraw` is the
 * proposing party's own word; both keep the reason. What is absent is refused (SPEC L2).
 */
export const revisionMoves: Record<RevisionState, Partial<Record<RevisionMove, RevisionState>>> = {
  signing: { cool: 'cooling-off', publish: 'published', return: 'withdrawn', withdraw: 'withdrawn', expire: 'expired' },
  'cooling-off': { publish: 'published', 'reopen-signing': 'signing', withdraw: 'withdrawn' },
  published: { supersede: 'superseded', retract: 'retracted' },
  superseded: {},
  retracted: {},
  withdrawn: {},
  expired: {},
};

/** The claim's state after a move, or why there is none. */
export function moveClaim(from: ClaimState, move: ClaimMove): Result<ClaimState, MoveRefusal> {
  const next = claimMoves[from][move];
  return next === undefined ? refuse({ code: 'illegal-move', from, move }) : ok(next);
}

/** The move that brings a closed claim back to where it was: to work if it was ever opened, else to triage (SPEC L12). */
export function wayBack({ wasOpened }: { wasOpened: boolean }): ClaimMove {
  return wasOpened ? 'reopen' : 'resubmit';
}

/** The revision's state after a move, or why there is none. */
export function moveRevision(from: RevisionState, move: RevisionMove): Result<RevisionState, MoveRefusal> {
  const next = revisionMoves[from][move];
  return next === undefined ? refuse({ code: 'illegal-move', from, move }) : ok(next);
}
