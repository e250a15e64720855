import type { ClaimState, RevisionState } from './transitions';

/** What people see as a claim's state: derived from its row and its newest revision, never stored (SPEC L6). */
export type Stage = 'submitted' | 'open' | 'signing' | 'published' | 'closed';
export const stages: readonly Stage[] = ['submitted', 'open', 'signing', 'published', 'closed'];

/** Stages in the order in which they ask for somebody: what waits for signatures comes first. */
export const stageOrder = ['signing', 'open', 'submitted', 'published', 'closed'] as const satisfies readonly Stage[];

export function stageOf(claim: { state: ClaimState; revisions: { state: RevisionState }[] }): Stage {
  if (claim.state !== 'open') return claim.state;
  const states = new Set(claim.revisions.map((revision) => revision.state));
  if (states.has('signing') || states.has('cooling-off')) return 'signing';
  return states.has('published') ? 'published' : 'open';
}
