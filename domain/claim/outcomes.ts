/** What a revision is published as. */
export const outcomes = ['joint', 'with-dissent', 'split', 'no-joint-finding'] as const;
export type Outcome = (typeof outcomes)[number];

/** Whether the parties adopted the finding, and with it its rating (SPEC O2). */
export function isRated(outcome: Outcome): boolean {
  return outcome === 'joint' || outcome === 'with-dissent';
}
