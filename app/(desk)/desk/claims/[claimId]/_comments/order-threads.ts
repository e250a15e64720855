import type { DeskThread } from '@/db/queries/desk/threads-of-claim';
import type { TextName } from '@/domain/record/shape';

/** The texts as they stand on the page, from above. */
const textsInOrder: readonly TextName[] = ['claimText', 'question', 'title', 'finding', 'summary', 'context', 'analysis'];

type Thread = Pick<DeskThread, 'id' | 'on'>;
type Places = ReadonlyMap<string, number | undefined>;

/**
 * Threads in the order of the text: on the claim as a whole, then passage after passage as they stand now, then sources and clauses by their numbers, and last
 * what is no longer in the text. Those on one place keep the order in which they were begun.
 */
export function orderThreads<T extends Thread>(threads: readonly T[], places: Places): T[] {
  const keys = new Map(threads.map((thread) => [thread.id, keyOf(thread, places)]));
  const keyFor = ({ id }: T) => keys.get(id) ?? [];
  return [...threads].sort((a, b) => compare(keyFor(a), keyFor(b)));
}

/** Whether an editor has looked for a thread's passage and not found it. */
export function isGone({ id, on }: Thread, places: Places): boolean {
  return on.kind === 'passage' && places.has(id) && places.get(id) === undefined;
}

function keyOf(thread: Thread, places: Places): number[] {
  const { on } = thread;
  if (isGone(thread, places)) return [4];
  switch (on.kind) {
    case 'claim':
      return [0];
    case 'passage':
      return [1, textsInOrder.indexOf(on.passage.text), places.get(thread.id) ?? 0];
    case 'source':
      return [2, on.number];
    case 'clause':
      return [3, Number(on.clause.slice(1))];
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
