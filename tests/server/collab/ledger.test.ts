import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Ledger } from '@/server/collab/ledger';

type Row = { personId: string; partyId: string; update: Uint8Array };

/** People type and delete in one text at random; each row is what one of them did. */
function logOf(steps: readonly { by: number; at: number; length: number; deletes: boolean }[]): { rows: Row[]; doc: Y.Doc } {
  const doc = new Y.Doc();
  const rows: Row[] = [];
  let personId = '';
  doc.on('update', (update: Uint8Array) => rows.push({ personId, partyId: `party of ${personId}`, update }));
  for (const { by, at, length, deletes } of steps) {
    personId = `person ${by}`;
    doc.clientID = 100 + by;
    const text = doc.getText('t');
    const from = Math.min(at, text.length);
    if (deletes) text.delete(from, Math.min(length, text.length - from));
    else text.insert(from, 'x'.repeat(length));
  }
  return { rows, doc };
}

const steps = fc.array(
  fc.record({
    by: fc.nat({ max: 2 }),
    at: fc.nat({ max: 30 }),
    length: fc.integer({ min: 1, max: 4 }),
    deletes: fc.boolean(),
  }),
  { maxLength: 60 },
);

/** The plain way: every clock on its own, and the first row that brought or deleted it. */
function plain(rows: readonly Row[]): { written: Map<string, string>; deleted: Map<string, string> } {
  const [written, deleted] = [new Map<string, string>(), new Map<string, string>()];
  const first = (map: Map<string, string>, client: number, from: number, length: number, personId: string) => {
    for (let clock = from; clock < from + length; clock++)
      if (!map.has(`${client} ${clock}`)) map.set(`${client} ${clock}`, personId);
  };
  for (const { personId, update } of rows) {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const struct of structs) first(written, struct.id.client, struct.id.clock, struct.length, personId);
    for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) first(deleted, client, clock, len, personId);
  }
  return { written, deleted };
}

describe('the ledger', () => {
  it('[P43] names for each clock the first row that wrote and the first that deleted it, also after it was stored', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 60 }), (given, cut) => {
        const { rows, doc } = logOf(given);
        const early = new Ledger();
        for (const row of rows.slice(0, cut)) early.add(row);
        const ledger = Ledger.decode(early.encode());
        // What was there before may come again, as after a commit whose end nobody saw.
        for (const row of rows.slice(Math.max(0, cut - 3))) ledger.add(row);
        const expected = plain(rows);
        const named = (map: Map<string, string>, of: 'writersOf' | 'deletersOf') => {
          for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc)))
            for (const { from, to, author } of ledger[of](client, 0, clock + 2))
              for (let at = from; at < to; at++) expect(author?.personId).toBe(map.get(`${client} ${at}`));
        };
        named(expected.written, 'writersOf');
        named(expected.deleted, 'deletersOf');
        expect(ledger.covers(Y.decodeStateVector(Y.encodeStateVector(doc)))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('[P43] keeps one stretch for a page that one person typed letter by letter, and backwards deleted', () => {
    const typed = Array.from({ length: 200 }, (_unused, at) => ({ by: 1, at, length: 1, deletes: false }));
    const { rows } = logOf([...typed, ...typed.toReversed().map((step) => ({ ...step, by: 2, deletes: true }))]);
    const ledger = new Ledger();
    for (const row of rows) ledger.add(row);
    expect([...ledger.written()]).toHaveLength(1);
    expect(ledger.deletersOf(101, 0, 200)).toEqual([
      { from: 0, to: 200, author: { personId: 'person 2', partyId: 'party of person 2' } },
    ]);
    expect(ledger.encode().byteLength).toBeLessThan(120);
  });
});
