import { diffArrays } from 'diff';

/** One item of two lists beside each other. What was removed and added at the same place is a pair. */
export type Aligned<T> =
  | { kind: 'same'; value: T }
  | { kind: 'removed' | 'added'; value: T }
  | { kind: 'pair'; before: T; after: T };

/** Above this many changes a comparison takes seconds and tells a reader nothing: the list counts as replaced. */
const maxEditLength = 600;

/** Two lists beside each other; items with one key are the same. */
export function align<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Aligned<T>[] {
  const steps = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength });
  if (steps === undefined) return paired([...before], [...after]);
  const aligned: Aligned<T>[] = [];
  let [old, now] = [0, 0];
  for (const [index, { added, removed, count }] of steps.entries()) {
    if (removed) {
      const next = steps[index + 1];
      const replacing = next?.added ? next.count : 0;
      aligned.push(...paired(before.slice(old, old + count), after.slice(now, now + replacing)));
      old += count;
      now += replacing;
    } else if (added) {
      if (steps[index - 1]?.removed) continue;
      aligned.push(...paired([], after.slice(now, now + count)));
      now += count;
    } else {
      aligned.push(...after.slice(now, now + count).map((value) => ({ kind: 'same' as const, value })));
      old += count;
      now += count;
    }
  }
  return aligned;
}

function paired<T>(removed: readonly T[], added: readonly T[]): Aligned<T>[] {
  const pairs = removed.slice(0, added.length).flatMap((before, index): Aligned<T>[] => {
    const after = added[index];
    return after === undefined ? [] : [{ kind: 'pair', before, after }];
  });
  return [
    ...pairs,
    ...removed.slice(added.length).map((value) => ({ kind: 'removed' as const, value })),
    ...added.slice(removed.length).map((value) => ({ kind: 'added' as const, value })),
  ];
}
