import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Db } from '@/db/client';
import { analysisMarks } from '@/domain/record/shape';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildDesk, type Desk, type Person } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { RawSocket } from './support/raw-socket';
import { type Served, serve } from './support/serve';
import { until } from './support/until';

describeOnBothDatabases('the bounds of live editing', (openDb) => {
  let db: Db;
  let desk: Desk;
  let served: Served;
  const editors: Editor[] = [];
  const sockets: RawSocket[] = [];

  beforeEach(async () => {
    db = await openDb();
    desk = await buildDesk(db);
  });
  afterEach(async () => {
    for (const editor of editors.splice(0)) editor.leave();
    for (const socket of sockets.splice(0)) socket.end();
    await served.stop();
    expect(served.faults).toEqual([]);
  });

  async function start(limits: Parameters<typeof serve>[1] = {}): Promise<void> {
    served = await serve(db, limits);
  }
  async function open(person: Person): Promise<Editor> {
    const editor = new Editor(served.url, desk.record, await headersOf(person));
    editors.push(editor);
    return editor.synced();
  }
  async function connect(person: Person, document = desk.record): Promise<RawSocket> {
    const socket = new RawSocket(`${served.url}/${document}`, await headersOf(person));
    sockets.push(socket);
    return socket.ready();
  }
  const notesOf = (party: { id: string }) => `claims/${desk.claimId}/notes/${party.id}`;

  it('[T20] [P26] lets so many to a document, so many of one person, and counts again when they have gone', async () => {
    await start({ connectionsPerDocument: 3, connectionsPerPersonAndDocument: 2, connectionsPerPerson: 3 });
    const [first] = [await connect(desk.anna), await connect(desk.anna)];
    expect(await (await connect(desk.anna)).closed()).toBe(4529);
    await connect(desk.bela);
    expect(await (await connect(desk.cleo)).closed()).toBe(4529);
    first.end();
    await until('her place is free', () => served.collab.counts().connections === 2);
    expect((await connect(desk.cleo)).closedWith).toBeUndefined();
  });

  it('[P26] counts a person over all documents', async () => {
    await start({ connectionsPerPerson: 2 });
    await connect(desk.anna);
    await connect(desk.anna, notesOf(desk.north));
    expect(await (await connect(desk.anna)).closed()).toBe(4529);
    expect((await connect(desk.bela)).closedWith).toBeUndefined();
  });

  it('[T20] [P26] lets so many new connections of one address in, before it asks who they are', async () => {
    await start({ connectionsPerAddress: 3 });
    for (let turn = 0; turn < 3; turn++) (await connect(desk.anna)).end();
    const socket = new RawSocket(`${served.url}/${desk.record}`, { origin: (await headersOf(desk.anna)).origin ?? '' });
    sockets.push(socket);
    expect(await socket.closed()).toBe(4529);
  });

  it('[P27] takes only what makes a full document smaller, until it is no longer full', async () => {
    await start({ documentBytes: 20_000, measureEveryBytes: 1_000, bytesBurst: 2 ** 24 });
    const bela = await open(desk.bela);
    bela.text().insert(0, 'x'.repeat(25_000));
    await bela.barrier();
    const anna = await open(desk.anna);
    expect(anna.state?.bytes).toBeGreaterThan(20_000);
    anna.text().insert(0, 'y');
    await until('more is refused', () => anna.closedWith === 4413);
    bela.text().delete(0, 10_000);
    await bela.barrier();
    expect(bela.rejections).toEqual([]);
    await until('there is room again', async () => {
      const cleo = await open(desk.cleo);
      cleo.text().insert(0, 'z');
      await until('the verdict', () => cleo.unsaved === 0 || cleo.closedWith !== undefined);
      const isSaved = cleo.closedWith === undefined && cleo.rejections.length === 0;
      cleo.leave();
      return isSaved;
    });
    expect(bela.closedWith).toBeUndefined();
  });

  /** An update in Yjs's first format: one client, the structs that `write` writes, no deletions. */
  function crafted(structs: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
    return encoding.encode((encoder) => {
      for (const number of [1, structs, 77, 0]) encoding.writeVarUint(encoder, number);
      write(encoder);
      encoding.writeVarUint(encoder, 0);
    });
  }
  const root = (encoder: encoding.Encoder, kind: number) => {
    encoding.writeUint8(encoder, kind);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, 'analysis:en');
  };
  function made(edit: (doc: Y.Doc) => void): Uint8Array {
    const doc = new Y.Doc();
    doc.transact(() => edit(doc));
    return Y.encodeStateAsUpdate(doc);
  }
  const nested = (depth: number) => (doc: Y.Doc) => {
    let inner: Y.XmlElement | Y.XmlFragment = doc.getXmlFragment('analysis:en');
    for (let level = 0; level < depth; level++) {
      const quotation: Y.XmlElement = new Y.XmlElement('blockquote');
      inner.insert(0, [quotation]);
      inner = quotation;
    }
  };

  it.each<[string, () => Uint8Array, number]>([
    [
      'a deleted run of two thousand million',
      () =>
        crafted(1, (e) => {
          root(e, 1);
          encoding.writeVarUint(e, 2 ** 31);
        }),
      4,
    ],
    [
      'a collected run of as many',
      () =>
        crafted(1, (e) => {
          encoding.writeUint8(e, 0);
          encoding.writeVarUint(e, 2 ** 31);
        }),
      4,
    ],
    [
      'a clock beyond all',
      () =>
        crafted(1, (e) => {
          encoding.writeUint8(e, 0);
          encoding.writeVarUint(e, 2 ** 53 - 1);
        }),
      4,
    ],
    [
      'sixty thousand subdocuments',
      () =>
        crafted(30_000, (e) => {
          for (let n = 0; n < 30_000; n++) {
            root(e, 9);
            encoding.writeVarString(e, '');
            encoding.writeAny(e, {});
          }
        }).subarray(0, 250_000),
      4,
    ],
    [
      'forty thousand marks',
      () =>
        made((doc) => {
          const text = new Y.XmlText();
          doc.getXmlFragment('analysis:en').insert(0, [text]);
          const [mark = ''] = analysisMarks;
          for (let n = 0; n < 3_000; n++) {
            text.insert(0, 'x');
            text.format(0, 1, { [mark]: {} });
          }
        }),
      4,
    ],
    ['elements in each other without end', () => made(nested(2_000)), 7],
    [
      'ranges of deletions without end',
      () =>
        encoding.encode((e) => {
          for (const n of [0, 1, 1, 60_000]) encoding.writeVarUint(e, n);
          for (let n = 0; n < 60_000; n++) {
            encoding.writeVarUint(e, 2 * n);
            encoding.writeVarUint(e, 1);
          }
        }),
      4,
    ],
    [
      'a value in values without end',
      () =>
        made((doc) => {
          let value: unknown = 1;
          for (let n = 0; n < 2_000; n++) value = [value];
          doc.getMap('fields').set('track', value);
        }),
      7,
    ],
  ])('[P29] refuses %s at no cost, and others go on', async (_name, bomb, code) => {
    await start();
    const bela = await open(desk.bela);
    const anna = await connect(desk.anna);
    const bytes = bomb();
    const before = process.cpuUsage();
    anna.update(bytes);
    await until('the verdict', () => anna.closedWith !== undefined);
    expect(anna.rejections).toEqual([code]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1_000);
    bela.text().insert(0, 'on ');
    await bela.barrier();
    expect(bela.unsaved).toBe(0);
  });

  it('[P29] takes a list in a quotation in a list, as people make it', async () => {
    await start();
    const anna = await connect(desk.anna);
    anna.update(made(nested(6)));
    await until('the verdict', () => anna.saved === 1);
    expect(anna.rejections).toEqual([]);
  });

  function presenceOf(states: readonly (readonly [number, string])[]): Uint8Array {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, states.length);
      for (const [client, state] of states) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, state);
      }
    });
    return encoding.encode((encoder) => {
      encoding.writeUint8(encoder, 1);
      encoding.writeVarUint8Array(encoder, update);
    });
  }

  it.each<[string, Uint8Array]>([
    ['invented ids', presenceOf(Array.from({ length: 200 }, (_, index) => [1_000 + index, '{}'] as const))],
    ['a state that is too long', presenceOf([[1_000, JSON.stringify({ mark: 'x'.repeat(3_000) })]])],
    ['what cannot be read', Uint8Array.from([1, 3, 9, 9, 9])],
    ...[
      {},
      7,
      { anchor: null, head: null },
      { anchor: {}, head: {} },
      { anchor: { item: { client: 1, clock: -1 } }, head: { item: { client: 1, clock: 0.5 } } },
      { anchor: { tname: 'title:en' }, head: { tname: 'no root' } },
      { anchor: { tname: 'title:en' }, head: { type: { client: '1', clock: 0 } } },
    ].map((cursor): [string, Uint8Array] => [
      `the caret ${JSON.stringify(cursor)}, on which the editors of others would throw`,
      presenceOf([[1_000, JSON.stringify({ cursor })]]),
    ]),
  ])('[P25] passes over %s, and closes with 4400 the third time', async (_name, message) => {
    await start();
    const bela = await open(desk.bela);
    const anna = await connect(desk.anna);
    for (let turn = 0; turn < 3; turn++) anna.socket.send(message);
    expect(await anna.closed()).toBe(4400);
    // One of the invented ones was hers, and went with her.
    await until('nobody is there', () => bela.provider.awareness.getStates().size === 1);
    expect(bela.closedWith).toBeUndefined();
  });

  it('[P30] sends what changed and never what was repeated, and everybody again from time to time', async () => {
    await start({ presenceAgainMs: 300, presencePerSecond: 1_000 });
    const [anna, bela] = [await connect(desk.anna), await connect(desk.bela)];
    const frames = (socket: RawSocket) => socket.messages.filter(([type]) => type === 1).length;
    anna.socket.send(presenceOf([[1_000, '{"caret":1}']]));
    await until('Bela sees it', () => frames(bela) === 1);
    let repeats = 0;
    await until('the regular ones have come', () => {
      anna.socket.send(presenceOf([[1_000, '{"caret":1}']]));
      repeats += 1;
      return frames(bela) >= 4;
    });
    expect(frames(bela)).toBe(4);
    expect(repeats).toBeGreaterThan(20);
    // Her own state is never sent back to her.
    expect(frames(anna)).toBe(0);
  });

  it('[P30] keeps the carets of stock editors alive that nobody moves', async () => {
    await start({ presenceAgainMs: 50 });
    const [anna, bela] = [await open(desk.anna), await open(desk.bela)];
    anna.provider.awareness.setLocalState({ caret: 1 });
    const clock = () => bela.provider.awareness.meta.get(anna.doc.clientID)?.clock ?? 0;
    const caret = () => bela.provider.awareness.getStates().get(anna.doc.clientID)?.caret;
    // The caret itself: what is told every 50 ms may be how she came in, before she had one.
    await until('Bela sees it', () => caret() === 1);
    const first = clock();
    await until('its clock goes on', () => clock() > first);
    expect(caret()).toBe(1);
  });

  it('[P31] has nothing in memory of a document that everybody has left', async () => {
    await start();
    const all = await Promise.all([desk.anna, desk.bela, desk.cleo, desk.omar].map((person) => open(person)));
    all[0]?.text().insert(0, 'words');
    await all[0]?.barrier();
    expect(served.collab.counts()).toEqual({ documents: 1, connections: 4 });
    for (const editor of all) editor.leave();
    await until('all is given back', () => served.collab.counts().documents === 0);
    expect(served.collab.counts()).toEqual({ documents: 0, connections: 0 });
    expect((await open(desk.bela)).text().toString()).toBe('words');
  });

  it('[P18] lets go of a client from which nothing moves any more', async () => {
    await start({ unsentMs: 1_000, closeMs: 100, bytesBurst: 2 ** 30, framesBurst: 2 ** 20 });
    const bela = await open(desk.bela);
    const deaf = await connect(desk.cleo);
    deaf.socket.pause();
    const isGone = async () => {
      if (served.collab.counts().connections === 1) return true;
      bela.text().insert(0, 'x'.repeat(200_000));
      await bela.barrier();
      bela.text().delete(0, 200_000);
      await bela.barrier();
      return false;
    };
    await until('the deaf one is gone', isGone, 40_000);
    expect(bela.closedWith).toBeUndefined();
  });
});
