import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Db } from '@/db/client';
import { documentUpdates } from '@/db/schema';
import { emptyTexts } from '@/domain/record/draft';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildDesk, type Desk, type Person } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { type Served, serve } from './support/serve';
import { until } from './support/until';

describeOnBothDatabases('live editing', (openDb) => {
  let db: Db;
  let desk: Desk;
  let served: Served;
  const editors: Editor[] = [];

  beforeEach(async () => {
    db = await openDb();
    desk = await buildDesk(db);
    served = await serve(db);
  });
  afterEach(async () => {
    for (const editor of editors.splice(0)) editor.leave();
    await served.stop();
    expect(served.faults).toEqual([]);
  });

  async function open(person: Person, document = desk.record): Promise<Editor> {
    const editor = new Editor(served.url, document, await headersOf(person));
    editors.push(editor);
    return editor.synced();
  }
  const settled = (editor: Editor) => until('everything is saved', () => editor.unsaved === 0);
  const same = (all: Editor[], root?: string) =>
    until('everybody sees the same', () => new Set(all.map((editor) => editor.text(root).toString())).size === 1);
  const rows = () =>
    db.select().from(documentUpdates).where(eq(documentUpdates.document, desk.record)).orderBy(asc(documentUpdates.seq));

  it('[P15] opens a record with the content the server made, and adds nothing to it', async () => {
    const [anna, bela] = [await open(desk.anna), await open(desk.bela)];
    expect(anna.text().toString()).toBe('');
    await Promise.all([anna.barrier(), bela.barrier()]);
    expect(await rows()).toHaveLength(1);
    expect(anna.state).toMatchObject({ document: desk.record, access: 'write', seq: 1, user: { party: 'North' } });
  });

  it('[P3] tells the author too what was tidied with a change of theirs, so that marks look the same to all', async () => {
    const [anna, bela, cleo] = [await open(desk.anna), await open(desk.bela), await open(desk.cleo)];
    // Where two marks begin at one place, that of the smaller id stands first.
    const [first, second] = [anna, cleo].toSorted((a, b) => a.doc.clientID - b.doc.clientID);
    if (first === undefined || second === undefined) throw new Error('Two people are here.');
    const look = (editor: Editor) => JSON.stringify(editor.text().toDelta());
    bela.text().insert(0, 'abcdefghijkl');
    await until('all have the letters', () => [anna, cleo].every((editor) => editor.text().length === 12));
    // The second has not heard of the first one's mark when she sets hers.
    const deaf = second.provider.ws as unknown as WebSocket;
    deaf.pause();
    first.text().format(0, 6, { bold: {} });
    await first.barrier();
    const before = (await rows()).length;
    second.text().format(0, 8, { bold: {} });
    second.text().format(0, 2, { bold: null });
    await until('her marks are in the log', async () => (await rows()).length === before + 2);
    deaf.resume();
    await Promise.all([anna, bela, cleo].map((editor) => editor.barrier()));
    await until('all see the same marks', () => new Set([anna, bela, cleo].map(look)).size === 1);
  });

  it('[P23] answers everybody whose edit was judged beside one that broke the room', async () => {
    const as = (person: Person) => ({ personId: person.personId, partyId: person.partyId ?? '', at: new Date() });
    const edits = await Promise.allSettled([
      served.collab.appendAs(desk.record, as(desk.anna), (doc) => void doc.getMap('fields').set('track', 'one')),
      served.collab.appendAs(desk.record, as(desk.bela), () => {
        throw new Error('A fault of the server.');
      }),
    ]);
    expect(edits.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(served.faults.splice(0)).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  it('[P3] brings the words of three people in one paragraph to everybody, each once', async () => {
    const all = [await open(desk.anna), await open(desk.bela), await open(desk.cleo)];
    const letters = ['a', 'b', 'c'];
    for (let round = 0; round < 30; round++) {
      for (const [index, editor] of all.entries()) {
        const text = editor.text();
        text.insert(round % (text.length + 1), letters[index] ?? '');
      }
      if (round % 10 === 9) await Promise.all(all.map((editor) => editor.barrier()));
    }
    await Promise.all(all.map((editor) => editor.barrier()));
    await same(all);
    const text = all[0]?.text().toString() ?? '';
    for (const letter of letters) expect(text.split(letter)).toHaveLength(31);
  });

  it('[P4] says "saved" of exactly what is in the log', async () => {
    const anna = await open(desk.anna);
    anna.text().insert(0, 'saved words');
    expect(anna.unsaved).toBe(1);
    await settled(anna);
    const log = await rows();
    expect(anna.saved.seq).toBe(log.at(-1)?.seq);
    const doc = new Y.Doc();
    for (const row of log) Y.applyUpdate(doc, row.update);
    expect(JSON.stringify(doc.getXmlFragment('analysis:en').toJSON())).toContain('saved words');
  });

  it('[P4] acknowledges a deletion, which moves no clock', async () => {
    const anna = await open(desk.anna);
    anna.text().insert(0, 'too much');
    await settled(anna);
    anna.text().delete(3, 5);
    expect(anna.unsaved).toBe(1);
    await settled(anna);
    expect((await open(desk.bela)).text().toString()).toBe('too');
  });

  it('[P6] names person and party of the connection in each row, without a gap', async () => {
    const [anna, bela] = [await open(desk.anna), await open(desk.bela)];
    for (let round = 0; round < 5; round++) {
      anna.text().insert(0, 'a');
      bela.text('title:en').insert(0, 'b');
    }
    await Promise.all([anna.barrier(), bela.barrier()]);
    const log = await rows();
    expect(log.map((row) => row.seq)).toEqual(log.map((_row, index) => index + 1));
    const byBela = log.filter((row) => row.personId === desk.bela.personId);
    expect(byBela).toHaveLength(5);
    expect(new Set(byBela.map((row) => row.partyId))).toEqual(new Set([desk.south.id]));
  });

  it('[P17] keeps what was typed without a connection, once, after it comes back', async () => {
    const [anna, bela] = [await open(desk.anna), await open(desk.bela)];
    anna.text().insert(0, 'before ');
    await settled(anna);
    anna.provider.disconnect();
    anna.text().insert(7, 'alone ');
    bela.text().insert(0, 'meanwhile ');
    anna.provider.connect();
    await until('Anna is back', () => anna.provider.synced);
    await same([anna, bela]);
    expect(bela.text().toString()).toBe('meanwhile before alone ');
    anna.provider.disconnect();
    anna.provider.connect();
    await until('Anna is back again', () => anna.provider.synced);
    await anna.barrier();
    expect(bela.text().toString()).toBe('meanwhile before alone ');
  });

  it('[P7] lets one person type in two tabs', async () => {
    const [first, second] = [await open(desk.anna), await open(desk.anna)];
    first.text().insert(0, 'one ');
    second.text().insert(0, 'two ');
    await Promise.all([first.barrier(), second.barrier()]);
    await same([first, second]);
    expect(first.text().toString().split(' ').filter(Boolean).sort()).toEqual(['one', 'two']);
  });

  it('[P20] lets everybody go on where they were after the server was stopped and started', async () => {
    const [anna, bela] = [await open(desk.anna), await open(desk.bela)];
    anna.text().insert(0, 'first ');
    await settled(anna);
    const port = Number(new URL(served.url).port);
    await served.stop();
    await until('both have noticed', () => !anna.provider.synced && !bela.provider.synced);
    anna.text().insert(6, 'second ');
    served = await serve(db, {}, port);
    await until('both are back', () => anna.provider.synced && bela.provider.synced, 20_000);
    bela.text().insert(0, 'third ');
    await Promise.all([anna.barrier(), bela.barrier()]);
    await same([anna, bela]);
    expect(anna.text().toString().split(' ').filter(Boolean).sort()).toEqual(['first', 'second', 'third']);
  });

  it('[P14] stays in sync with a provider that knows nothing of us', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    const stock = new Editor(served.url, desk.record, await headersOf(desk.bela), { handlesControl: false });
    editors.push(stock);
    try {
      const anna = await open(desk.anna);
      await until('the stock editor is in sync', () => stock.provider.synced);
      stock.text().insert(0, 'from stock ');
      await until('Anna sees it', () => anna.text().toString() === 'from stock ');
      anna.text().insert(0, 'to stock, ');
      await until('the stock editor sees it', () => stock.text().toString() === 'to stock, from stock ');
    } finally {
      stock.leave();
    }
    expect(new Set(complaint.mock.calls.flat())).toEqual(new Set(['Unable to compute message']));
    complaint.mockRestore();
  });

  it('[T3] [P8] shows others a name and party that the server set, until the connection ends', async () => {
    const [anna, bela] = [await open(desk.anna), await open(desk.bela)];
    anna.text().insert(0, 'caret');
    const [anchor, head] = [1, 2].map((index) =>
      JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(anna.text(), index))),
    );
    anna.provider.awareness.setLocalState({ user: { name: 'Somebody else', party: 'South' }, cursor: { anchor, head } });
    const seen = () => bela.provider.awareness.getStates().get(anna.doc.clientID);
    await until('Bela sees the caret', () => seen()?.cursor !== undefined);
    const user = { name: 'Anna', partyId: desk.north.id, party: 'North', position: 1, letter: 'N' };
    expect(seen()).toEqual({ user, cursor: { anchor, head } });
    const late = await open(desk.omar);
    await until(
      'one who joins sees it too',
      () => late.provider.awareness.getStates().get(anna.doc.clientID)?.user?.name === 'Anna',
    );
    anna.provider.disconnect();
    await until('the caret is gone', () => seen() === undefined);
    anna.provider.connect();
    await until('and comes back', () => seen()?.user?.name === 'Anna');
  });

  it('[P8] passes over a state that is too long, and one under the id of somebody else', async () => {
    const [anna, bela, cleo] = [await open(desk.anna), await open(desk.bela), await open(desk.cleo)];
    cleo.provider.awareness.setLocalState({ mark: 'x'.repeat(3000) });
    bela.provider.awareness.clientID = anna.doc.clientID;
    bela.provider.awareness.setLocalState({ mark: 'forged' });
    anna.provider.awareness.setLocalState({ mark: 'true' });
    await until('the true one is there', () => cleo.provider.awareness.getStates().get(anna.doc.clientID)?.mark === 'true');
    expect(anna.provider.awareness.getStates().get(cleo.doc.clientID)?.mark).toBeUndefined();
    expect(cleo.provider.awareness.getStates().get(anna.doc.clientID)?.user.name).toBe('Anna');
  });

  it('[P19] answers a barrier after everything before it, and beats while nobody speaks', async () => {
    await served.stop();
    served = await serve(db, { heartbeatMs: 30 });
    const anna = await open(desk.anna);
    anna.text().insert(0, 'a');
    anna.text().insert(0, 'b');
    const seq = await anna.barrier();
    expect(anna.unsaved).toBe(0);
    expect((await rows()).at(-1)?.seq).toBe(seq);
    await until('a heartbeat', () => anna.heartbeats > 1);
  });

  it('[P21] makes the notes of a party once, when its first member opens them', async () => {
    const notes = `claims/${desk.claimId}/notes/${desk.mission.id}`;
    const [one, two] = await Promise.all([open(desk.omar, notes), open(desk.omar, notes)]);
    one.text('notes').insert(0, 'ours alone');
    await settled(one);
    await until('the other tab has it', () => two.text('notes').toString() === 'ours alone');
    expect(await served.collab.port.projectionAt(notes)).toBeUndefined();
  });

  it('[P6] lets the server edit as a person through the same log, at a given time', async () => {
    const anna = await open(desk.anna);
    const at = new Date('2026-05-05T05:05:05Z');
    const seq = await served.collab.appendAs(desk.record, { personId: desk.bela.personId, partyId: desk.south.id, at }, (doc) => {
      doc.getMap('fields').set('claimantName', 'The envoy');
    });
    await until('Anna sees it', () => anna.doc.getMap('fields').get('claimantName') === 'The envoy');
    expect((await rows()).find((row) => row.seq === seq)).toMatchObject({ at, personId: desk.bela.personId });
    expect((await served.collab.port.projectionAt(desk.record, seq))?.draft).toEqual({
      texts: { en: emptyTexts },
      fields: { claimantName: 'The envoy' },
    });
  });
});
