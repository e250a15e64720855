import * as Y from 'yjs';
import { type DocumentKind, isAllowed } from './content-rules';

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** For each client id in an update, the clocks it covers: from (inclusive) to (exclusive). */
export type Ranges = Map<number, { from: number; to: number }>;
export type Inspection = { verdict: 'complete'; ranges: Ranges } | { verdict: 'malformed' | 'foreign-content' | 'incomplete' };

/** Clocks beyond this are an attack: it is more than any document can hold in its eight mebibytes. */
const largestClock = 2 ** 32;

/** Reads an update without touching the document: is it whole, does it hold only what a document may, does it follow on what is there? */
export function inspect(doc: Y.Doc, decoded: Decoded, kind: DocumentKind): Inspection {
  const ranges: Ranges = new Map();
  for (const struct of decoded.structs) {
    if (struct instanceof Y.Skip) return { verdict: 'incomplete' };
    if (struct instanceof Y.Item && !isAllowed(struct, kind)) return { verdict: 'foreign-content' };
    if (!extend(ranges, struct)) return { verdict: 'malformed' };
  }
  const known = (client: number) => Math.max(Y.getState(doc.store, client), ranges.get(client)?.to ?? 0);
  for (const [client, { from }] of ranges) if (from > Y.getState(doc.store, client)) return { verdict: 'incomplete' };
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Item)) continue;
    const verdict = judgeReferences(struct, known);
    if (verdict !== 'complete') return { verdict };
  }
  for (const [client, deletions] of decoded.ds.clients) {
    if (deletions.some((range) => range.clock + range.len > known(client))) return { verdict: 'incomplete' };
    // Yjs looks an empty range up where nothing is, and throws.
    if (deletions.some((range) => range.len < 1)) return { verdict: 'malformed' };
  }
  return { verdict: 'complete', ranges };
}

/** Whether the document already has every struct and every deletion of an update. */
export function isKnown(doc: Y.Doc, decoded: Decoded, ranges: Ranges): boolean {
  for (const [client, { to }] of ranges) if (to > Y.getState(doc.store, client)) return false;
  for (const [client, deletions] of decoded.ds.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of deletions) {
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
        const struct = structs[index];
        if (struct === undefined || struct.id.clock >= clock + len) break;
        if (!struct.deleted) return false;
      }
    }
  }
  return true;
}

/** Structs of one client follow each other without a hole, and a client appears once. */
function extend(ranges: Ranges, struct: Y.Item | Y.GC): boolean {
  const { client, clock } = struct.id;
  const to = clock + struct.length;
  if (struct.length < 1 || to > largestClock) return false;
  const range = ranges.get(client);
  if (range === undefined) ranges.set(client, { from: clock, to });
  else if (range.to !== clock) return false;
  else range.to = to;
  return true;
}

/** A struct may point to what is there or comes in the same update; to its own client's future, never: Yjs throws on that. */
function judgeReferences(item: Y.Item, known: (client: number) => number): 'complete' | 'malformed' | 'incomplete' {
  for (const id of [item.origin, item.rightOrigin, item.parent]) {
    if (!(id instanceof Y.ID)) continue;
    if (id.client === item.id.client && id.clock >= item.id.clock) return 'malformed';
    if (id.clock >= known(id.client)) return 'incomplete';
  }
  return 'complete';
}
