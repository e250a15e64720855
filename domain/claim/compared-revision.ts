import type { Decision } from '@/domain/charter/facts';
import type { RevisionState } from './transitions';

/** An earlier revision of a claim, with the last position that the reader's party took on it. */
export type EarlierRevision = { number: number; state: RevisionState; own: { decision: Decision; at: Date } | undefined };

/**
 * SPEC L14. What a party has not read since it last took a position is new to it, whatever was frozen in between: compared with the last number, a passage that came
 * with a withdrawn revision would pass as unchanged. Without a position there is the published text; without either, nothing has been read.
 */
export function comparedRevision<T extends EarlierRevision>(earlier: readonly T[]): T | undefined {
  const newestFirst = earlier.toSorted((a, b) => b.number - a.number);
  return (
    newestFirst.find(({ own }) => own !== undefined) ??
    newestFirst.find(({ state }) => state === 'published' || state === 'superseded')
  );
}
