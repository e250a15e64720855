import * as Y from 'yjs';
import { until } from '@/tests/server/collab/support/until';
import { clocksOf } from './clocks-of';
import type { Opening } from './rooms';
import { firstContent, textOf } from './typist';
import { Wire } from './wire';

type Author = { doc: Y.Doc; updates: Uint8Array[] };
/** What three people type between two looks at each other's words. */
type Batch = { author: Author; updates: Uint8Array[] }[];

const authors = 3;
const editsBetween = 99;
let clocks = new Map<number, number>();

/** Three people make one document in so many edits, at every document of the world. */
export async function write({ url, dialect, documents, writers, isEmpty, edits }: Opening & { edits: number }): Promise<void> {
  const batches = typed(edits);
  for (const document of documents) {
    const wires = Array.from({ length: authors }, (_, who) =>
      reader({ url, dialect, document, headers: writers[who % writers.length] ?? {} }),
    );
    await until('everybody is in sync', () => wires.every(({ wire }) => wire.isSynced));
    if (isEmpty) wires[0]?.wire.update(firstContent);
    for (const batch of batches) {
      const ends = new Map(batch.map(({ author, updates }) => [author.doc.clientID, lastClock(updates)]));
      for (const [who, { updates }] of batch.entries()) for (const update of updates) wires[who]?.wire.update(update);
      await until(
        'all have it',
        () => wires.every(({ found }, who) => hasAll(found, ends, batch[who]?.author.doc.clientID)),
        30_000,
      );
    }
    for (const { wire } of wires) wire.socket.terminate();
  }
}

/** A server that lost a part in its restart never sends it. */
const joinPatienceMs = 15_000;

/** How long each document takes to be there, from the first byte of the connection to the last word; for ever, when a part of it is gone. */
export async function join({ url, dialect, documents, writers }: Omit<Opening, 'members' | 'isEmpty'>): Promise<number[]> {
  const times: number[] = [];
  for (const document of documents) {
    const start = performance.now();
    const isWhole = await new Promise<boolean>((resolve) => {
      const givenUp = setTimeout(() => resolve(false), joinPatienceMs);
      const one = reader({ url, dialect, document, headers: writers[0] ?? {} }, () => {
        if (!hasAll(one.found, clocks)) return;
        clearTimeout(givenUp);
        resolve(true);
      });
    });
    times.push(isWhole ? performance.now() - start : Number.POSITIVE_INFINITY);
  }
  return times;
}

function reader(
  at: ConstructorParameters<typeof Wire>[0],
  changed: () => void = () => {},
): { wire: Wire; found: Map<number, number> } {
  const found = new Map<number, number>();
  const heard = (update: Uint8Array) => {
    for (const [client, clock] of clocksOf(update)) found.set(client, Math.max(clock, found.get(client) ?? 0));
    changed();
  };
  return { found, wire: new Wire(at, { heard, acknowledged: () => {} }) };
}

/** Nobody need hear their own words back. */
function hasAll(found: Map<number, number>, wanted: Map<number, number>, own?: number): boolean {
  return [...wanted].every(([client, clock]) => client === own || (found.get(client) ?? 0) >= clock);
}

function lastClock(updates: readonly Uint8Array[]): number {
  return Math.max(...updates.flatMap((update) => clocksOf(update).map(([, clock]) => clock)));
}

/** Letters in runs at changing places, one in seven taken out again, as people do. */
function typed(edits: number): Batch[] {
  const people = Array.from({ length: authors }, (): Author => {
    const author: Author = { doc: new Y.Doc(), updates: [] };
    Y.applyUpdate(author.doc, firstContent);
    author.doc.on('update', (update: Uint8Array, origin) => {
      if (origin === null) author.updates.push(update);
    });
    return author;
  });
  const batches: Batch[] = [];
  for (let made = 0; made < edits; made += editsBetween) {
    for (const [who, { doc }] of people.entries()) typeRun(doc, editsBetween / authors, made * 31 + who * 977);
    const batch = people.map((author) => ({ author, updates: author.updates.splice(0) }));
    for (const { author, updates } of batch)
      for (const other of people) if (other !== author) for (const update of updates) Y.applyUpdate(other.doc, update, 'another');
    batches.push(batch);
  }
  clocks = new Map(people.map(({ doc }) => [doc.clientID, Y.getState(doc.store, doc.clientID)]));
  return batches;
}

function typeRun(doc: Y.Doc, edits: number, from: number): void {
  const text = textOf(doc);
  let place = text.length === 0 ? 0 : from % text.length;
  for (let edit = 0; edit < edits; edit++) {
    const isLast = edit >= edits - 1;
    if (edit % 7 === 6 && !isLast && place > 0) {
      place -= 1;
      text.delete(place, 1);
    } else {
      text.insert(place, 'a');
      place += 1;
    }
  }
}
