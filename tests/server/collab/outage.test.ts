import { asc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { OpenDatabase } from '@/db/handle';
import { openDatabase } from '@/db/open-database';
import { documentUpdates } from '@/db/schema';
import { type Cluster, startPostgres } from '@/tests/support/postgres';
import { type SilentWay, silentWayTo } from '@/tests/support/silent-way';
import { buildDesk, type Desk } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { type Served, serve } from './support/serve';
import { until } from './support/until';

describe('a store that is away for a while', () => {
  let cluster: Cluster;
  let way: SilentWay;
  let database: OpenDatabase;
  let desk: Desk;
  let served: Served;
  let anna: Editor;
  let bela: Editor;

  beforeAll(async () => {
    cluster = await startPostgres({ mayCrash: true });
    const url = new URL(await cluster.createDatabase('desk'));
    way = await silentWayTo(Number(url.port));
    url.port = String(way.port);
    database = await openDatabase({ url: url.href });
  });
  afterAll(async () => {
    await database.close();
    await way.close();
    await cluster.stop();
  });
  beforeEach(async () => {
    desk = await buildDesk(database.db);
  });
  afterEach(async () => {
    anna.leave();
    bela.leave();
    await served.stop();
  });

  async function start(limits: Parameters<typeof serve>[1]): Promise<void> {
    served = await serve(database.db, limits);
    anna = await new Editor(served.url, desk.record, await headersOf(desk.anna)).synced();
    bela = await new Editor(served.url, desk.record, await headersOf(desk.bela)).synced();
  }

  /** What the log says, read by nobody's memory. */
  async function stored(): Promise<string> {
    const { db } = database;
    const rows = await db
      .select()
      .from(documentUpdates)
      .where(eq(documentUpdates.document, desk.record))
      .orderBy(asc(documentUpdates.seq));
    const doc = new Y.Doc();
    for (const row of rows) Y.applyUpdate(doc, row.update);
    const paragraph = doc.getXmlFragment('analysis:en').get(0);
    return paragraph instanceof Y.XmlElement ? String(paragraph.get(0)) : '';
  }

  it('[P24] says so, shows nobody what is not stored, and goes on with the same words', async () => {
    await start({ degradedAfterMs: 100, degradedEveryMs: 200, storeRetryMs: 50 });
    anna.text().insert(0, 'before ');
    await anna.barrier();
    await cluster.crash();
    anna.text().insert(7, 'during ');
    await until('both hear of it', () => anna.degradedForMs > 0 && bela.degradedForMs > 0, 20_000);
    expect(anna.unsaved).toBe(1);
    expect(bela.text().toString()).toBe('before ');
    await cluster.start();
    await until('it is saved', () => anna.unsaved === 0, 30_000);
    await until('both hear that it is over', () => anna.degradedForMs === 0 && bela.degradedForMs === 0);
    await until('Bela sees it', () => bela.text().toString() === 'before during ');
    expect(anna.closedWith).toBeUndefined();
    expect(await stored()).toBe('before during ');
  }, 90_000);

  it('[P24] says so of a store that is there and answers nothing, and goes on with the same words', async () => {
    await start({ degradedAfterMs: 100, degradedEveryMs: 200, storeRetryMs: 50 });
    anna.text().insert(0, 'before ');
    await anna.barrier();
    way.hush();
    anna.text().insert(7, 'during ');
    await until('both hear of it', () => anna.degradedForMs > 0 && bela.degradedForMs > 0, 20_000);
    expect(anna.unsaved).toBe(1);
    expect(bela.text().toString()).toBe('before ');
    way.speak();
    await until('Bela sees it', () => bela.text().toString() === 'before during ', 20_000);
    await until('both hear that it is over', () => anna.degradedForMs === 0 && bela.degradedForMs === 0);
    expect(anna.unsaved).toBe(0);
    expect(await stored()).toBe('before during ');
  }, 90_000);

  it('[P24] lets go of everybody whom a silent store keeps waiting, and what it stored after all is there once', async () => {
    await start({ degradedAfterMs: 100, storeRetryMs: 50, storePatienceMs: 700 });
    const closes: number[] = [];
    anna.provider.on('connection-close', (event) => closes.push(event?.code ?? 0));
    anna.text().insert(0, 'before ');
    await anna.barrier();
    way.hush();
    anna.text().insert(7, 'during ');
    await until('she is let go', () => closes.includes(1013), 20_000);
    anna.text().insert(14, 'after');
    way.speak();
    await until('both are back', () => anna.provider.synced && bela.provider.synced && anna.unsaved === 0, 40_000);
    await until('Bela sees all of it', () => bela.text().toString() === 'before during after', 20_000);
    expect(await stored()).toBe('before during after');
  }, 120_000);

  it('[P24] gives up after its patience and closes with 1013; what people held comes with them, and nothing that was saved is lost', async () => {
    await start({ degradedAfterMs: 100, storeRetryMs: 50, storePatienceMs: 700 });
    const closes: number[] = [];
    anna.provider.on('connection-close', (event) => closes.push(event?.code ?? 0));
    const typing = setInterval(() => anna.text().insert(anna.text().length, 'x'), 3);
    await until('forty are saved', () => anna.saved.frames > 40);
    const savedBefore = anna.saved.frames - 1;
    await cluster.crash();
    await until('she is let go', () => closes.includes(1013), 20_000);
    clearInterval(typing);
    await cluster.start();
    await until('both are back', () => anna.provider.synced && bela.provider.synced && anna.unsaved === 0, 40_000);
    await until('Bela sees all of it', () => bela.text().toString() === anna.text().toString(), 20_000);
    expect(anna.text().length).toBeGreaterThan(savedBefore);
    expect(await stored()).toBe(anna.text().toString());
  }, 120_000);
});
