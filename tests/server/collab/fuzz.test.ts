import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { OpenDatabase } from '@/db/handle';
import { openDatabase } from '@/db/open-database';
import { emptyTexts } from '@/domain/record/draft';
import { type Admitted, authorise } from '@/server/collab/authorisation';
import { Backlog } from '@/server/collab/backlog';
import { closeCodes } from '@/server/collab/codes';
import { Connection } from '@/server/collab/connection';
import { Documents } from '@/server/collab/documents';
import { encodeDraft } from '@/server/collab/encode-draft';
import { defaultLimits } from '@/server/collab/limits';
import { readLog } from '@/server/collab/read-log';
import { replay } from '@/server/collab/replay';
import { UnprojectableError } from '@/server/collab/text-tree';
import { createUpgrade } from '@/server/collab/upgrade';
import { newPostgresUrl } from '@/tests/support/database';
import { buildDesk, type Desk } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { Line } from './support/line';
import { type Chance, chanceOf, mutated, validMessage } from './support/mutations';
import { origin, secret } from './support/serve';

/** Twenty thousand in all; each document takes its share, so that no log grows beyond what a record has. */
const documents = 20;
const attackers = 20;
const messagesEach = 50;
const seed = 20_261_125;

/** What `buildDesk` makes a record of. */
const beginning = encodeDraft({ texts: { en: emptyTexts }, fields: {} });
const documented = new Set<number>(Object.values(closeCodes));
/** Kept by a document as what it is; lists say that it cannot be shown. */
const isExpected = (fault: unknown) => fault instanceof UnprojectableError;

describe('a server that is sent mutated messages', () => {
  let database: OpenDatabase;
  let core: Documents;
  let url: string;
  const faults: unknown[] = [];
  const server = createServer();
  const backlog = new Backlog(defaultLimits.waitingBytesInAll);
  const limits = { ...defaultLimits, framesPerSecond: 1e9, framesBurst: 1e9, bytesPerSecond: 1e9, bytesBurst: 1e9 };
  const now = () => new Date();
  const report = (fault: unknown) => faults.push(fault);

  beforeAll(async () => {
    database = await openDatabase({ url: await newPostgresUrl() });
    const { db } = database;
    const nobodyListens = { opened: () => {}, stored: () => {}, presenceChanged: () => {}, rightLost: () => {} };
    core = new Documents({ db, now, limits, level: 0, report, events: nobodyListens });
    const mayConnect = async () => true;
    server.on('upgrade', createUpgrade({ db, documents: core, backlog, origin, secret, now, limits, report, mayConnect }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/collab`;
  });
  afterAll(async () => {
    await core.stop('stopping');
    server.closeAllConnections();
    server.close();
    await database.close();
  });

  it(`[T1] answers each with a verdict or a documented close, and nobody else notices (seed ${seed})`, {
    timeout: 180_000,
  }, async () => {
    const chance = chanceOf(seed);
    const before = settledHeap();
    for (let number = 0; number < documents; number++) {
      const desk = await buildDesk(database.db);
      const bela = await new Editor(url, desk.record, await headersOf(desk.bela)).synced();
      const crowd = Array.from({ length: attackers }, () => attack(desk, bela, chanceOf(chance(2 ** 32))));
      await Promise.all(crowd);
      await expectSameAsLog(desk, bela);
      bela.leave();
    }
    expect(faults.filter((fault) => !isExpected(fault))).toEqual([]);
    expect(settledHeap() - before).toBeLessThan(32 * 2 ** 20);
  });

  async function attack(desk: Desk, bela: Editor, chance: Chance): Promise<void> {
    const people = await Promise.all([desk.anna, desk.anna, desk.cleo, desk.omar].map((person) => admittedTo(desk, person)));
    let before: Uint8Array = Uint8Array.of(0, 2);
    for (let sent = 0; sent < messagesEach; ) {
      // Most know only how the record began; a copy of all of it costs more than what it is for.
      const doc = copyOf(chance(4) === 0 ? Y.encodeStateAsUpdate(bela.doc) : beginning, chance(2 ** 32));
      const { line, receive, leave } = await enter(people[chance(people.length)]);
      let dataFrames = 0;
      while (line.closedWith === undefined && sent < messagesEach && chance(12) > 0) {
        const message = mutated(validMessage(doc, chance), before, chance);
        before = message;
        receive(message);
        sent += 1;
        dataFrames += isData(message) ? 1 : 0;
        const barrier = Uint8Array.of(120, 17, 255, 255, 255, 1 + (sent % 127));
        receive(barrier);
        await line.heard((answer) => barrier.every((byte, index) => answer[index] === byte));
        if (line.closedWith === undefined) expect(savedOf(line)).toBe(dataFrames);
        else expect(documented, `${message}`).toContain(line.closedWith);
      }
      if (chance(3) === 0) addParagraph(bela.doc);
      leave();
      doc.destroy();
    }
  }

  async function admittedTo(desk: Desk, ticket: { personId: string; sid: string }): Promise<Admitted> {
    const decision = await authorise(database.db, { ticket, name: desk.record, now: now() });
    if (!decision.ok) throw new Error(decision.refusal.code);
    return decision.value;
  }

  /** As the door does it, without the door: what comes after it is under test. */
  async function enter(
    admitted: Admitted | undefined,
  ): Promise<{ line: Line; receive: (message: Uint8Array) => void; leave: () => void }> {
    if (admitted === undefined) throw new Error('Nobody is there.');
    const line = new Line();
    const connection = new Connection(line, admitted, { limits, backlog, nowMs: now().getTime() });
    const held = await core.hold(admitted.document.name);
    if (held === undefined) throw new Error('There is no document.');
    held.open.join(connection);
    connection.onEnd(() => {
      held.open.leave(connection);
      held.release();
    });
    return { line, receive: (message) => held.open.receive(connection, message), leave: () => line.end() };
  }

  async function expectSameAsLog(desk: Desk, bela: Editor): Promise<void> {
    await bela.barrier();
    expect([bela.closedWith, bela.unsaved, bela.rejections]).toEqual([undefined, 0, []]);
    const log = replay(await readLog(database.db, desk.record));
    expect(Y.equalSnapshots(Y.snapshot(bela.doc), Y.snapshot(log))).toBe(true);
    for (const root of ['analysis:en', 'title:en', 'summary:en', 'context:en'])
      expect(bela.doc.getXmlFragment(root).toString()).toBe(log.getXmlFragment(root).toString());
    expect(bela.doc.getMap('fields').toJSON()).toEqual(log.getMap('fields').toJSON());
  }
});

/** What the bystander types: whatever the attackers take away, this can go on. */
function addParagraph(doc: Y.Doc): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('undisturbed')]);
  doc.getXmlFragment('context:en').insert(0, [paragraph]);
}

function copyOf(content: Uint8Array, clientId: number): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, content);
  copy.clientID = clientId;
  return copy;
}

/** As both sides count them (docs/PROTOCOL.md, Notation). */
function isData([type, step]: Uint8Array): boolean {
  return type === 0 && (step === 1 || step === 2);
}

/** The n of the newest SAVED; no connection here sends more than 127. */
function savedOf({ messages }: Line): number {
  return messages.findLast(([type, kind]) => type === 120 && kind === 0)?.[2] ?? 0;
}

function settledHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  return process.memoryUsage().heapUsed;
}
