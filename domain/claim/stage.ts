import type { ClaimState, RevisionState } from './transitions';

/** What people see as a claim's state: derived from its row and its newest revision, never stored (SPEC L6). */
export type Stage = 'submitted' | 'open' | 'signing' | 'published' | 'closed';
export const stages: readonly Stage[] = ['submitted', 'open', 'signing', 'published', 'closed'];

/** Stages in the order in which they ask for somebody: what waits for signatures comes first. */
export const stageOrder = ['signing', 'open', 'submitted', 'published', 'closed'] as const satisfies readonly Stage[];

/** Whether a revision is being decided: signed, or cooling off before it is published. A claim has one such at most (SPEC L7). */
export function isOpenRevision({ state }: { state: RevisionState }): boolean {
  return state === 'signing' || state === 'cooling-off';
}

export function stageOf(claim: { state: ClaimState; revisions: { state: RevisionState }[] }): Stage {
  if (claim.state !== 'open') return claim.state;
  if (claim.revisions.some(isOpenRevision)) return 'signing';
  return claim.revisions.some(({ state }) => state === 'published') ? 'published' : 'open';
}
