import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { asc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { OpenDatabase } from '@/db/handle';
import { openDatabase } from '@/db/open-database';
import { documentUpdates, sessions } from '@/db/schema';
import { announceChange } from '@/platform/bus';
import { connectRedisBus, type RedisBus } from '@/platform/redis-bus';
import { newPostgresUrl } from '@/tests/support/database';
import { type RedisServer, startRedis } from '@/tests/support/redis';
import { buildDesk, type Desk, type Person } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { RawSocket } from './support/raw-socket';
import { origin } from './support/serve';
import { until } from './support/until';

type Node = { url: string; child: ChildProcess };

describe('two processes on one PostgreSQL and one Redis', () => {
  let redis: RedisServer;
  let database: OpenDatabase;
  let nodes: [Node, Node];
  let bus: RedisBus;
  let desk: Desk;
  const editors: Editor[] = [];
  const sockets: RawSocket[] = [];

  beforeAll(async () => {
    redis = await startRedis();
    const url = await newPostgresUrl();
    database = await openDatabase({ url });
    // Rights are not looked at by themselves, so whatever closes a socket was told over the bus.
    const limits = { headsMs: 300, nodeSilentMs: 1_500, recheckMs: 600_000 };
    const start = async (): Promise<Node> => {
      const args = ['--import', 'tsx', 'tests/server/collab/support/node.ts', url, redis.url, JSON.stringify(limits)];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      for await (const line of createInterface({ input: child.stdout })) return { child, ...JSON.parse(line) };
      throw new Error('The server ended before it listened.');
    };
    nodes = await Promise.all([start(), start()]);
    bus = connectRedisBus({ url: redis.url, deployment: origin, report: () => undefined });
  });
  afterAll(async () => {
    bus.close();
    for (const { child } of nodes) await kill(child);
    await database.close();
    await redis.kill();
  });
  beforeEach(async () => {
    desk = await buildDesk(database.db);
  });
  afterEach(() => {
    for (const editor of editors.splice(0)) editor.leave();
    for (const socket of sockets.splice(0)) socket.end();
  });

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  async function open(node: Node, person: Person): Promise<Editor> {
    const editor = new Editor(node.url, desk.record, await headersOf(person));
    editors.push(editor);
    return editor.synced();
  }
  const log = () =>
    database.db.select().from(documentUpdates).where(eq(documentUpdates.document, desk.record)).orderBy(asc(documentUpdates.seq));

  /** What the log says, read by nobody's memory. */
  async function stored(): Promise<string> {
    const doc = new Y.Doc();
    const rows = await log();
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => index + 1));
    for (const row of rows) Y.applyUpdate(doc, row.update);
    const paragraph = doc.getXmlFragment('analysis:en').get(0);
    return paragraph instanceof Y.XmlElement ? String(paragraph.get(0)) : '';
  }

  /** Everybody types words of their own, each in a frame, until each has had so many saved. */
  async function typeTogether(all: readonly Editor[], words: number): Promise<void> {
    const typed = all.map(() => 0);
    await until(
      'all words are saved',
      () => {
        for (const [index, editor] of all.entries()) {
          const count = typed[index] ?? 0;
          if (count < words) editor.text().insert(count % (editor.text().length + 1), `${index}`);
          typed[index] = count + 1;
        }
        return typed.every((count) => count >= words) && all.every((editor) => editor.unsaved === 0);
      },
      40_000,
    );
  }
  const converge = (all: readonly Editor[]) =>
    until('everybody sees the same', () => new Set(all.map((editor) => editor.text().toString())).size === 1, 20_000);

  it('[P28] brings the words of both to everybody while all type in one paragraph', async () => {
    const [a, b] = nodes;
    const all = [await open(a, desk.anna), await open(b, desk.bela), await open(a, desk.cleo), await open(b, desk.cleo)];
    await typeTogether(all, 60);
    await converge(all);
    const text = all[0]?.text().toString() ?? '';
    expect(text).toHaveLength(4 * 60);
    expect(await stored()).toBe(text);
    expect(all.flatMap(({ rejections }) => rejections)).toEqual([]);
  }, 90_000);

  it('[P28] shows carets across processes, until their connection ends', async () => {
    const [a, b] = nodes;
    const [anna, bela] = [await open(a, desk.anna), await open(b, desk.bela)];
    anna.provider.awareness.setLocalState({ caret: 1 });
    const seen = (by: Editor) => by.provider.awareness.getStates().get(anna.doc.clientID);
    await until('Bela sees the caret', () => seen(bela)?.caret === 1);
    expect(seen(bela)?.user.name).toBe('Anna');
    const late = await open(b, desk.cleo);
    await until('one who joins there sees it too', () => seen(late)?.caret === 1);
    anna.leave();
    await until('it is gone', () => seen(bela) === undefined && seen(late) === undefined);
  });

  it('[P22] closes sockets of other processes when a workspace has changed', async () => {
    const anna = await open(nodes[0], desk.anna);
    const bela = await open(nodes[1], desk.bela);
    await database.db.update(sessions).set({ revokedAt: new Date() }).where(eq(sessions.sid, desk.bela.sid));
    await until('the bus carries it', () => {
      announceChange(desk.workspaceId);
      return bela.closedWith === 4401;
    });
    expect(anna.closedWith).toBeUndefined();
  });

  it('[P28] lets nobody say two things under one id at two processes', async () => {
    const [a, b] = nodes;
    const [seenAtA, seenAtB] = [await open(a, desk.bela), await open(b, desk.bela)];
    const forge = (word: string) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(seenAtA.doc));
      doc.clientID = 4_711;
      const before = Y.encodeStateVector(doc);
      const paragraph = doc.getXmlFragment('analysis:en').get(0);
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
      if (text instanceof Y.XmlText) text.insert(0, word);
      return Y.encodeStateAsUpdate(doc, before);
    };
    for (const [node, word] of [
      [a, 'left'],
      [b, 'right!'],
    ] as const) {
      const socket = new RawSocket(`${node.url}/${desk.record}`, await headersOf(desk.anna));
      sockets.push(socket);
      await socket.ready();
      socket.update(forge(word));
    }
    await until('both are judged', () => sockets.every((socket) => socket.saved === 1 || socket.closedWith !== undefined));
    await converge([seenAtA, seenAtB, await open(a, desk.cleo), await open(b, desk.cleo)]);
    expect(seenAtA.text().toString()).toBe(await stored());
  });

  it('[P28] converges while Redis is away, and hears again when it is back', async () => {
    const [a, b] = nodes;
    const all = [await open(a, desk.anna), await open(b, desk.bela)];
    await typeTogether(all, 20);
    await redis.kill();
    await typeTogether(all, 20);
    await converge(all);
    expect(await stored()).toHaveLength(2 * 40);
    await redis.start();
    const [anna, bela] = all as [Editor, Editor];
    anna.provider.awareness.setLocalState({ caret: 7 });
    await until('the caret crosses', () => bela.provider.awareness.getStates().get(anna.doc.clientID)?.caret === 7, 20_000);
    await typeTogether(all, 20);
    await converge(all);
  }, 90_000);

  it('[P28] keeps all that one process acknowledged and showed when it is killed, and forgets who was there', async () => {
    const [a, b] = nodes;
    const [anna, bela] = [await open(a, desk.anna), await open(b, desk.bela)];
    anna.provider.awareness.setLocalState({ caret: 1 });
    await until('Bela sees the caret', () => bela.provider.awareness.getStates().has(anna.doc.clientID));
    const before = anna.saved.frames;
    const words: string[] = [];
    await until('forty words are acknowledged', () => {
      const word = `w${words.length} `;
      words.push(word);
      anna.text().insert(anna.text().length, word);
      bela.text().insert(0, '.');
      return anna.saved.frames - before >= 40;
    });
    await kill(a.child);
    const acknowledged = words.slice(0, anna.saved.frames - before);
    anna.leave();
    await bela.barrier();
    const missing = () => acknowledged.filter((word) => !bela.text().toString().includes(word));
    await until('Bela has all that was acknowledged', () => missing().length === 0);
    await until('the caret is gone', () => !bela.provider.awareness.getStates().has(anna.doc.clientID));
    await until('Bela sees what is stored', async () => bela.text().toString() === (await stored()));
  }, 60_000);
});
