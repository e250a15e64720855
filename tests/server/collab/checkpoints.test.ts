import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Db } from '@/db/client';
import { documentCheckpoints, documents, documentUpdates } from '@/db/schema';
import { CheckpointThread } from '@/server/collab/checkpoint-thread';
import { Checkpoints } from '@/server/collab/checkpoints';
import { keepCheckpoint } from '@/server/collab/keep-checkpoint';
import { defaultLimits } from '@/server/collab/limits';
import { loadDocument, loadLedger } from '@/server/collab/load-document';
import { projectionAt } from '@/server/collab/projection-at';
import { readLog } from '@/server/collab/read-log';
import { replay } from '@/server/collab/replay';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildDesk, type Desk } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { type Served, serve } from './support/serve';
import { until } from './support/until';

const at = new Date('2026-11-02T08:00:00Z');

describeOnBothDatabases('checkpoints', (openDb) => {
  let db: Db;
  let desk: Desk;
  let checkpoints: Checkpoints;
  let served: Served | undefined;

  beforeEach(async () => {
    db = await openDb();
    desk = await buildDesk(db);
    checkpoints = new Checkpoints({ db, now: () => at, limits: defaultLimits });
  });
  afterEach(async () => {
    await checkpoints.stop();
    await served?.stop();
    served = undefined;
  });

  const stored = () =>
    db.select().from(documentCheckpoints).where(eq(documentCheckpoints.document, desk.record)).orderBy(documentCheckpoints.seq);
  const wholeLog = async () => replay(await readLog(db, desk.record));
  const sameDocument = (one: Y.Doc, other: Y.Doc) => Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));

  /** Three people type into one text, a letter a row, and sometimes delete one; straight into the log. */
  async function typeALot(count: number): Promise<void> {
    const people = [desk.anna, desk.bela, desk.cleo];
    const doc = await wholeLog();
    const [{ headSeq } = { headSeq: 0 }] = await db.select().from(documents).where(eq(documents.name, desk.record));
    const rows: Omit<typeof documentUpdates.$inferInsert, 'seq'>[] = [];
    let person = desk.anna;
    doc.on('update', (update: Uint8Array) =>
      rows.push({ document: desk.record, personId: person.personId, partyId: person.partyId ?? '', at, update }),
    );
    const text = summaryOf(doc);
    for (let index = 0; index < count; index++) {
      person = people[index % 3] ?? desk.anna;
      doc.clientID = 1000 + (index % 3);
      const place = (index * 7919) % (text.length + 1);
      if (index % 7 === 6) text.delete(Math.min(place, text.length - 1), 1);
      else text.insert(place, 'abc'.charAt(index % 3));
    }
    for (let from = 0; from < rows.length; from += 1000) {
      const values = rows.slice(from, from + 1000).map((row, index) => ({ ...row, seq: headSeq + from + index + 1 }));
      await db.insert(documentUpdates).values(values);
    }
    await db
      .update(documents)
      .set({ headSeq: headSeq + rows.length })
      .where(eq(documents.name, desk.record));
  }

  it('[P40] [P41] make the same document as the whole log, with the same authors', async () => {
    await typeALot(400);
    expect(await checkpoints.make(desk.record)).toBe(true);
    await typeALot(50);
    const { doc, seq, tail } = await loadDocument(db, desk.record);
    expect({ seq, rows: tail.rows }).toEqual({ seq: 451, rows: 50 });
    expect(sameDocument(doc, await wholeLog())).toBe(true);
    const before = await projectionAt(db, desk.record);
    const ledger = (await loadLedger(db, desk.record)).encode();
    await db.delete(documentCheckpoints).where(eq(documentCheckpoints.document, desk.record));
    expect(await projectionAt(db, desk.record)).toEqual(before);
    expect((await loadLedger(db, desk.record)).encode()).toEqual(ledger);
  });

  it('[P40] answer for every number, before and behind them', async () => {
    await typeALot(40);
    await checkpoints.make(desk.record);
    await typeALot(20);
    for (const seq of [1, 20, 41, 42, 61]) {
      const { doc } = await loadDocument(db, desk.record, seq);
      expect(sameDocument(doc, replay(await readLog(db, desk.record, seq))), `at ${seq}`).toBe(true);
    }
  });

  it('[P41] are kept only when newer, however many make one at once', async () => {
    await typeALot(30);
    const others = Array.from({ length: 4 }, () => new Checkpoints({ db, now: () => at, limits: defaultLimits }));
    const kept = await Promise.all([checkpoints, ...others].map((each) => each.make(desk.record)));
    expect(kept.filter(Boolean)).toHaveLength(1);
    expect((await stored()).map(({ seq }) => seq)).toEqual([31]);
    const [
      { state, stateVector, ledger } = { state: new Uint8Array(), stateVector: new Uint8Array(), ledger: new Uint8Array() },
    ] = await stored();
    const older = { document: desk.record, seq: 30, made: { state, stateVector, ledger }, at };
    expect(await keepCheckpoint(db, older)).toBe(false);
    await Promise.all(others.map((each) => each.stop()));
  });

  it('[P41] of a growing document stay few, and no row of the log goes with them', async () => {
    for (let round = 0; round < 12; round++) {
      await typeALot(10);
      await checkpoints.make(desk.record);
    }
    expect((await stored()).map(({ seq }) => seq)).toEqual([11, 31, 71, 111, 121]);
    expect(await readLog(db, desk.record)).toHaveLength(121);
  });

  it('[P42] that are damaged are passed over, and the next one replaces them', async () => {
    await typeALot(30);
    await checkpoints.make(desk.record);
    const [sound] = await stored();
    if (sound === undefined) throw new Error('There is no checkpoint.');
    await db.delete(documentCheckpoints).where(eq(documentCheckpoints.document, desk.record));
    await db
      .insert(documentCheckpoints)
      .values({ ...sound, state: sound.state.map((byte, index) => (index === 20 ? 255 - byte : byte)) });
    const { doc, isDamaged } = await loadDocument(db, desk.record);
    expect(isDamaged).toBe(true);
    expect(sameDocument(doc, await wholeLog())).toBe(true);
    served = await serve(db);
    const anna = await new Editor(served.url, desk.record, await headersOf(desk.anna)).synced();
    expect(anna.text('summary:en').toString()).toBe(summaryOf(doc).toString());
    anna.leave();
    expect(served.faults).toMatchObject([{ message: expect.stringContaining('damaged') }]);
    expect(await checkpoints.make(desk.record)).toBe(true);
    expect((await loadDocument(db, desk.record)).isDamaged).toBe(false);
  });

  it('[P41] are never made of a log with a hole', async () => {
    const [first, , third] = ['a', 'b', 'c'].map((letter, index) => {
      const doc = replay([]);
      doc.clientID = 7;
      const text = doc.getText('t');
      const updates: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => updates.push(update));
      for (const each of ['a', 'b', 'c'].slice(0, index + 1)) text.insert(0, each);
      return { seq: index + 1, personId: letter, partyId: letter, update: updates.at(-1) ?? new Uint8Array() };
    });
    const thread = new CheckpointThread();
    const rows = [first, third].filter((row) => row !== undefined);
    await expect(thread.make({ before: undefined, rows, credits: new Map() })).rejects.toThrow('waits for more');
    await thread.stop();
  });

  it('[P41] cannot be changed once they are stored', async () => {
    await typeALot(5);
    await checkpoints.make(desk.record);
    const change = db.update(documentCheckpoints).set({ seq: 3 }).where(eq(documentCheckpoints.document, desk.record));
    await expect(change).rejects.toMatchObject({ cause: { message: expect.stringContaining('append-only') } });
  });

  it('[P41] are made while people type, and when the last one leaves', async () => {
    served = await serve(db, { checkpointRows: 20, checkpointRowsAtUnload: 5 });
    const anna = await new Editor(served.url, desk.record, await headersOf(desk.anna)).synced();
    for (let index = 0; index < 25; index++) {
      anna.text().insert(0, 'x');
      await anna.barrier();
    }
    await until('a checkpoint is made', async () => (await stored()).length === 1);
    const [first] = await stored();
    for (let index = 0; index < 6; index++) anna.text().insert(0, 'y');
    await anna.barrier();
    anna.leave();
    await until('another one is made', async () => (await stored()).length === 2);
    expect((await stored()).map(({ seq }) => seq)).toEqual([first?.seq, 32]);
    expect(served.faults).toEqual([]);
  });

  it('[P40] let a document of 10,000 edits by three people open at once', async () => {
    await typeALot(10_000);
    await checkpoints.make(desk.record);
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      const { doc } = await loadDocument(db, desk.record);
      times.push(performance.now() - start);
      doc.destroy();
    }
    const start = performance.now();
    await wholeLog();
    const fromTheLog = performance.now() - start;
    const best = Math.min(...times);
    expect(best).toBeLessThan(fromTheLog / 2);
    expect(await db.$count(documentCheckpoints, eq(documentCheckpoints.document, desk.record))).toBe(1);
  });
});

function summaryOf(doc: Y.Doc): Y.XmlText {
  const paragraph = doc.getXmlFragment('summary:en').get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('There is no summary to type into.');
  return text;
}
