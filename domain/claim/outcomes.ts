/** What a revision is published as. */
export const outcomes = ['joint', 'with-dissent', 'split', 'no-joint-finding'] as const;
export type Outcome = (typeof outcomes)[number];
