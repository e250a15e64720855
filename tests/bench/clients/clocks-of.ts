import * as Y from 'yjs';

const known = new Map<string, [number, number][]>();

/** For each Yjs client in an update, the clock after its last struct. A broadcast is the same bytes for everybody, so it is read once. */
export function clocksOf(update: Uint8Array): [number, number][] {
  const key = Buffer.from(update.buffer, update.byteOffset, update.byteLength).toString('latin1');
  const before = known.get(key);
  if (before !== undefined) return before;
  const clocks = new Map<number, number>();
  for (const { id, length } of Y.decodeUpdate(update).structs) clocks.set(id.client, id.clock + length);
  if (known.size > 2_000) known.clear();
  const found = [...clocks];
  known.set(key, found);
  return found;
}
