import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '@/db/handle';
import { openDatabase } from '@/db/open-database';
import { workspaces } from '@/db/schema';
import { processBus } from '@/platform/bus';
import { connectRedisBus, type RedisBus } from '@/platform/redis-bus';
import { newPostgresUrl } from '@/tests/support/database';
import { type RedisServer, startRedis } from '@/tests/support/redis';
import { type Countersign, startCountersign } from '@/tests/web/support/server';
import { until } from './collab/support/until';

/** The built server as one process of several; this test is another one. */
describe('a server beside others', () => {
  let redis: RedisServer;
  let database: OpenDatabase;
  let server: Countersign;
  let bus: RedisBus;

  beforeAll(async () => {
    redis = await startRedis();
    const url = await newPostgresUrl();
    database = await openDatabase({ url });
    server = await startCountersign({ demo: true, env: { DATABASE_URL: url, REDIS_URL: redis.url } });
    bus = connectRedisBus({ url: redis.url, deployment: server.url, report: () => undefined });
  }, 150_000);
  afterAll(async () => {
    bus.close();
    await server.stop();
    await database.close();
    await redis.kill();
  });

  const home = () => fetch(`${server.url}/`).then((response) => response.text());
  const ready = () => fetch(`${server.url}/readyz`).then((response) => response.json());

  it('[P32] drops the public pages it keeps when another process has published', async () => {
    const [workspace] = await database.db.select().from(workspaces);
    if (workspace === undefined) throw new Error('The demonstration has a workspace.');
    expect(await home()).toContain(workspace.name);
    await database.db.update(workspaces).set({ name: 'A name of tomorrow' }).where(eq(workspaces.id, workspace.id));
    expect(await home()).not.toContain('A name of tomorrow');
    await until('the page is new', async () => {
      processBus.publish('public-pages', 'another process');
      return (await home()).includes('A name of tomorrow');
    });
  });

  it('[P32] drops them for nobody else', async () => {
    const answer = await fetch(`${server.url}/api/internal/public-pages`, {
      method: 'POST',
      headers: { 'x-countersign-loopback': '0'.repeat(64), origin: server.url },
    });
    expect(answer.status).toBe(404);
  });

  it('[P28] serves without Redis, and says that it misses it', async () => {
    expect(await ready()).toEqual({ status: 'ready', otherProcesses: 'connected' });
    await redis.kill();
    await until('it has noticed', async () => (await ready()).otherProcesses === 'away');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await redis.start();
    await until('it is back', async () => (await ready()).otherProcesses === 'connected');
  });
});
