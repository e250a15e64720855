import type { DeskVersion } from '@/db/queries/desk/versions-of-document';
import type { HistoryView } from './read-address';

/** Which version is read, against which earlier one, and what stands before and after it. */
export type Reading = { seq: number; since: number; previous: number; next: number | undefined };

/** Undefined: there is no version yet. */
export function readingOf(items: readonly DeskVersion[], { version, since }: HistoryView): Reading | undefined {
  const seq = version ?? items[0]?.seq;
  if (seq === undefined) return undefined;
  const listed = items.find((item) => item.seq === seq);
  // Versions follow each other without a gap: what came before one ends where its own edits begin.
  const previous = (listed?.from ?? seq) - 1;
  return {
    ...{ seq, previous, since: Math.min(since ?? previous, seq) },
    next: items[items.findIndex((item) => item.seq === seq) - 1]?.seq,
  };
}
