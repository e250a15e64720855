import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Db } from '@/db/client';
import { documentUpdates } from '@/db/schema';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildDesk, type Desk } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { RawSocket } from './support/raw-socket';
import { type Served, serve } from './support/serve';
import { until } from './support/until';

describeOnBothDatabases('a client that does what it should not', (openDb) => {
  let db: Db;
  let desk: Desk;
  let served: Served;
  let bela: Editor;
  const sockets: RawSocket[] = [];

  beforeEach(async () => {
    db = await openDb();
    desk = await buildDesk(db);
    await start({});
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.end();
    await stop();
  });

  async function start(limits: Parameters<typeof serve>[1]): Promise<void> {
    served = await serve(db, limits);
    bela = await new Editor(served.url, desk.record, await headersOf(desk.bela)).synced();
  }
  async function stop(): Promise<void> {
    bela.leave();
    await served.stop();
    expect(served.faults).toEqual([]);
  }
  async function attack(person = desk.anna): Promise<RawSocket> {
    const socket = new RawSocket(`${served.url}/${desk.record}`, await headersOf(person));
    sockets.push(socket);
    return socket.ready();
  }
  const rows = async () => (await db.select().from(documentUpdates).where(eq(documentUpdates.document, desk.record))).length;

  /** Nobody else noticed: the log is as it was, and Bela's next word is saved. */
  async function othersGoOn(before: number): Promise<void> {
    bela.text().insert(0, 'on ');
    await bela.barrier();
    expect(await rows()).toBe(before + 1);
    expect(bela.unsaved).toBe(0);
    expect(bela.closedWith).toBeUndefined();
  }

  /** An update that a new editor with the record's present content makes. */
  function made(edit: (doc: Y.Doc) => void, clientId?: number): Uint8Array {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(bela.doc));
    if (clientId !== undefined) doc.clientID = clientId;
    const before = Y.encodeStateVector(doc);
    doc.transact(() => edit(doc));
    return Y.diffUpdate(Y.encodeStateAsUpdate(doc), before);
  }
  const typing = (words: string) => (doc: Y.Doc) => {
    const paragraph = doc.getXmlFragment('analysis:en').get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
    if (text instanceof Y.XmlText) text.insert(0, words);
  };

  it('[P10] refuses an empty deletion and an item where no editor puts one, and everybody else goes on', async () => {
    const reader = await attack(desk.omar);
    reader.update(new Uint8Array([0, 1, 5, 1, 0, 0]));
    await until('the empty range is refused', () => reader.closedWith !== undefined);
    expect(reader.rejections).toEqual([3]);
    await othersGoOn(1);

    const stray = await attack();
    stray.update(made((doc) => doc.getXmlFragment('title:en').insert(1, [new Y.XmlText('beside the paragraph')])));
    await until('the stray run is refused', () => stray.closedWith !== undefined);
    expect(stray.rejections).toEqual([7]);
    await othersGoOn(2);

    const nul = await attack();
    nul.update(made(typing('a\u0000b')));
    await until('the NUL is refused', () => nul.closedWith !== undefined);
    expect(nul.rejections).toEqual([7]);
    await othersGoOn(3);
  });

  it('[P5] refuses what a reader writes, and keeps the reader', async () => {
    const omar = await attack(desk.omar);
    omar.update(made(typing('not mine to write')));
    await until('the verdict', () => omar.saved === 1);
    expect(omar.rejections).toEqual([1]);
    omar.update(Y.encodeStateAsUpdate(bela.doc), 1);
    await until('what is known is no offence', () => omar.saved === 2);
    expect(omar.rejections).toEqual([1]);
    await othersGoOn(1);
    await until('the reader still hears', () => omar.count(0, 2) === 1);
    expect(omar.closedWith).toBeUndefined();
  });

  it('[P5] refuses word after word of a reader whose editor knows nothing of rights, and keeps the reader', async () => {
    const omar = await new Editor(served.url, desk.record, await headersOf(desk.omar)).synced();
    for (const word of ['not ', 'mine ', 'to ', 'write ', 'in']) omar.text().insert(omar.text().length, word);
    await until('all verdicts', () => omar.unsaved === 0);
    expect(omar.rejections.map(({ reason }) => reason)).toEqual(Array.from({ length: 5 }, () => 'read-only'));
    bela.text().insert(0, 'true ');
    await until('the reader still hears', () => omar.text().toString().includes('true '));
    omar.leave();
  });

  it('[P5] refuses a deletion by a reader', async () => {
    bela.text().insert(0, 'words');
    await bela.barrier();
    const omar = await attack(desk.omar);
    omar.update(made((doc) => doc.getXmlFragment('analysis:en').delete(0, 1)));
    await until('the verdict', () => omar.saved === 1);
    expect(omar.rejections).toEqual([1]);
    await othersGoOn(2);
  });

  it('[T2] [P7] refuses content under the id of another person, and the true words arrive', async () => {
    const anna = await attack();
    bela.provider.disconnect();
    const forged = made(typing('forged'), bela.doc.clientID);
    bela.text().insert(0, 'true');
    anna.update(forged);
    expect(await anna.closed()).toBe(4422);
    expect(anna.rejections).toEqual([5]);
    bela.provider.connect();
    await until('Bela is back', () => bela.provider.synced);
    await bela.barrier();
    const reader = await new Editor(served.url, desk.record, await headersOf(desk.omar)).synced();
    expect(reader.text().toString()).toBe('true');
    reader.leave();
  });

  it("[P7] refuses content under an id that is bound in the log, and under the server's own", async () => {
    bela.text().insert(0, 'mine');
    await bela.barrier();
    await stop();
    await start({});
    bela.provider.disconnect();
    const id = [...bela.doc.store.clients.keys()].find((client) => client !== 1 && client !== bela.doc.clientID);
    for (const client of [id, 1]) {
      const anna = await attack();
      anna.update(made(typing('forged'), client));
      expect(await anna.closed()).toBe(4422);
      expect(anna.rejections).toEqual([5]);
    }
    expect(await rows()).toBe(2);
  });

  it('[P7] refuses an update of many invented ids', async () => {
    const anna = await attack();
    const many = Array.from({ length: 2 }, () => made(typing('x')));
    anna.update(Y.mergeUpdates(many));
    expect(await anna.closed()).toBe(4422);
    expect(anna.rejections).toEqual([5]);
    await othersGoOn(1);
  });

  it.each([
    ['noise', [255, 254, 253, 1, 2, 3]],
    ['a count that promises more', [200, 200, 200, 1]],
    ['nothing', []],
  ])('[P10] refuses %s as an update', async (_name, noise) => {
    const anna = await attack();
    anna.update(Uint8Array.from(noise));
    expect(await anna.closed()).toBe(4422);
    expect(anna.rejections).toEqual([3]);
    await othersGoOn(1);
  });

  it('[P10] refuses a data frame that is cut short', async () => {
    const anna = await attack();
    anna.bytes(0, 2, 50, 1, 2);
    expect(await anna.closed()).toBe(4422);
    expect(anna.rejections).toEqual([3]);
    await othersGoOn(1);
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ['a root that no record has', (doc) => doc.getMap('verdict').set('rating', 'accurate')],
    ['a field that no record has', (doc) => doc.getMap('fields').set('status', 'published')],
    ['a text in no language', (doc) => doc.getXmlFragment('title:<b>').insert(0, [new Y.XmlElement('paragraph')])],
    ['a node that no record has', (doc) => doc.getXmlFragment('analysis:en').insert(0, [new Y.XmlElement('iframe')])],
    ['a link', (doc) => doc.getXmlFragment('analysis:en').insert(0, [linked()])],
    ['a subdocument', (doc) => doc.getMap('fields').set('track', new Y.Doc())],
    ['a map in a field', (doc) => doc.getMap('fields').set('track', new Y.Map())],
    ['bytes in a field', (doc) => doc.getMap('fields').set('track', new Uint8Array(9))],
  ])('[T12] [P10] refuses %s', async (_name, edit) => {
    const anna = await attack();
    anna.update(made(edit));
    expect(await anna.closed()).toBe(4422);
    expect(anna.rejections).toEqual([7]);
    await othersGoOn(1);
  });

  function linked(): Y.XmlElement {
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    text.applyDelta([{ insert: 'here', attributes: { link: { href: 'https://example.org' } } }]);
    paragraph.insert(0, [text]);
    return paragraph;
  }

  it('[P10] closes with 4400 after ten messages of unknown type, and at once for text', async () => {
    const [anna, cleo] = [await attack(), await attack(desk.cleo)];
    for (let sent = 0; sent < 10; sent++) anna.bytes(99, 1, 2);
    cleo.socket.send('hello');
    expect([await anna.closed(), await cleo.closed()]).toEqual([4400, 4400]);
    await othersGoOn(1);
  });

  it('[P11] refuses an update over 256 KiB', async () => {
    const anna = await attack();
    anna.update(made(typing('x'.repeat(256 * 1024))));
    expect(await anna.closed()).toBe(4422);
    expect(anna.rejections).toEqual([4]);
    await othersGoOn(1);
  });

  it('[P11] closes with 1009 at a message over 4 MiB', async () => {
    const anna = await attack();
    anna.socket.send(new Uint8Array(4 * 1024 * 1024 + 1));
    expect(await anna.closed()).toBe(1009);
    await othersGoOn(1);
  });

  it('[P11] closes with 4529 when frames come too fast, and stores what came before', async () => {
    await stop();
    await start({ framesBurst: 3, framesPerSecond: 0 });
    const anna = await attack();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(bela.doc));
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (const letter of 'abcd') typing(letter)(doc);
    for (const update of updates) anna.update(update);
    expect(await anna.closed()).toBe(4529);
    expect(anna.rejections).toEqual([8]);
    expect(anna.saved).toBe(4);
    expect(await rows()).toBe(4);
  });

  it('[P12] does not store what builds on a missing edit, asks for it, and gives up the third time', async () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(bela.doc));
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (const word of ['one ', 'two ']) typing(word)(doc);
    const [, second = new Uint8Array()] = updates;
    const anna = await attack();
    const asked = anna.count(0, 0);
    anna.update(second);
    await until('the verdict', () => anna.saved === 1);
    expect(anna.rejections).toEqual([9]);
    await until('the question', () => anna.count(0, 0) === asked + 1);
    anna.update(Y.encodeStateAsUpdate(doc), 1);
    await until('Bela sees both', () => bela.text().toString() === 'two one ');
    expect(await rows()).toBe(2);
    const cleo = await attack(desk.cleo);
    for (let sent = 0; sent < 3; sent++) cleo.update(gapped());
    expect(await cleo.closed()).toBe(4422);
    expect(cleo.rejections).toEqual([9, 9, 9]);
  });

  /** The second of two edits by an editor that nobody knows. */
  function gapped(): Uint8Array {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(bela.doc));
    typing('unseen')(doc);
    const before = Y.encodeStateVector(doc);
    typing('unfounded')(doc);
    return Y.encodeStateAsUpdate(doc, before);
  }

  it('[P18] lets go of a client that does not read, and of nobody else', async () => {
    await stop();
    await start({ unsentBytes: 64 * 1024, bytesBurst: 2 ** 30, framesBurst: 2 ** 20 });
    const deaf = await attack(desk.cleo);
    deaf.socket.pause();
    const text = bela.text();
    const isGone = async () => {
      text.insert(0, 'x'.repeat(100_000));
      // Between the two: what comes and goes in one append is sent to nobody.
      await bela.barrier();
      text.delete(0, 100_000);
      await bela.barrier();
      return !bela.provider.awareness.getStates().has(7);
    };
    deaf.presence(7);
    await until('Bela sees the deaf one', () => bela.provider.awareness.getStates().has(7));
    await until('the deaf one is gone', isGone, 40_000);
    expect(bela.closedWith).toBeUndefined();
  });
});
