import * as Y from 'yjs';
import { type DocumentKind, isAllowed, unfitIn } from './content-rules';
import type { Limits } from './limits';
import type { Id, ReadUpdate, Struct } from './read-update';

/** For each client id in an update, the clocks it covers: from (inclusive) to (exclusive). */
export type Ranges = Map<number, { from: number; to: number }>;
export type Inspection =
  | { verdict: 'complete'; ranges: Ranges }
  | { verdict: 'malformed' | 'foreign-content' | 'incomplete' | 'too-large' }
  | { verdict: 'unfit-value'; at: string };

/** Reads an update without touching the document: is it whole, does it hold only what a document may, does it follow on what is there? */
export function inspect(doc: Y.Doc, update: ReadUpdate, { kind, limits }: { kind: DocumentKind; limits: Limits }): Inspection {
  const ranges: Ranges = new Map();
  for (const struct of update.structs) {
    // Run lengths are the cheapest bomb: twelve bytes that stand for two thousand million characters.
    if (struct.length > limits.structLength) return { verdict: 'too-large' };
    const unfit = struct.item === undefined ? undefined : unfitIn(struct.item, kind);
    if (unfit !== undefined) return { verdict: 'unfit-value', at: unfit };
    if (struct.item !== undefined && !isAllowed(struct.item, kind)) return { verdict: 'foreign-content' };
    if (!extend(ranges, struct)) return { verdict: 'malformed' };
  }
  const known = (client: number) => Math.max(Y.getState(doc.store, client), ranges.get(client)?.to ?? 0);
  for (const [client, { from }] of ranges) if (from > Y.getState(doc.store, client)) return { verdict: 'incomplete' };
  for (const struct of update.structs) {
    const verdict = judgeReferences(struct, known);
    if (verdict !== 'complete') return { verdict };
  }
  for (const { client, clock, length } of update.deletions) {
    if (clock + length > known(client)) return { verdict: 'incomplete' };
    // Yjs looks an empty range up where nothing is, and throws.
    if (length < 1) return { verdict: 'malformed' };
  }
  return { verdict: 'complete', ranges };
}

/** Whether the document already has every struct and every deletion of an update. */
export function isKnown(doc: Y.Doc, update: ReadUpdate, ranges: Ranges): boolean {
  for (const [client, { to }] of ranges) if (to > Y.getState(doc.store, client)) return false;
  return newlyDeleted(doc, update, 1) === 0;
}

/** How many characters of the document an update deletes that are there now; counting stops at `enough`. */
export function newlyDeleted(doc: Y.Doc, update: ReadUpdate, enough: number): number {
  let length = 0;
  for (const deletion of update.deletions) {
    const structs = doc.store.clients.get(deletion.client) ?? [];
    const end = deletion.clock + deletion.length;
    if (deletion.clock >= Y.getState(doc.store, deletion.client)) continue;
    for (let index = Y.findIndexSS(structs, deletion.clock); index < structs.length; index++) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock >= end) break;
      if (struct.deleted) continue;
      length += Math.min(end, struct.id.clock + struct.length) - Math.max(deletion.clock, struct.id.clock);
      if (length >= enough) return length;
    }
  }
  return length;
}

/** Structs of one client follow each other without a hole. */
function extend(ranges: Ranges, { client, clock, length }: Struct): boolean {
  const to = clock + length;
  if (to > 2 ** 32) return false;
  const range = ranges.get(client);
  if (range === undefined) ranges.set(client, { from: clock, to });
  else if (range.to !== clock) return false;
  else range.to = to;
  return true;
}

/** A struct may point to what is there or comes in the same update; to its own client's future, never: Yjs throws on that. */
function judgeReferences(
  { client, clock, item }: Struct,
  known: (client: number) => number,
): 'complete' | 'malformed' | 'incomplete' {
  if (item === undefined) return 'complete';
  for (const id of [item.origin, item.rightOrigin, item.parent]) {
    if (!isId(id)) continue;
    if (id.client === client && id.clock >= clock) return 'malformed';
    if (id.clock >= known(id.client)) return 'incomplete';
  }
  return 'complete';
}

function isId(value: string | Id | undefined): value is Id {
  return typeof value === 'object';
}
