import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase, Tx } from '@/db/handle';
import { openDatabase } from '@/db/open-database';
import { rows } from '@/db/rows';
import { workspaces } from '@/db/schema';
import { newPostgresUrl } from '@/tests/support/database';
import { type RedisServer, startRedis } from '@/tests/support/redis';
import { type Countersign, startCountersign } from '@/tests/web/support/server';
import { until } from './collab/support/until';

/** The built server as one process of several; this test is another one, at the same database. */
describe('a server beside others', () => {
  let redis: RedisServer;
  let database: OpenDatabase;
  let server: Countersign;

  beforeAll(async () => {
    redis = await startRedis();
    const url = await newPostgresUrl();
    database = await openDatabase({ url });
    server = await startCountersign({ demo: true, env: { DATABASE_URL: url, REDIS_URL: redis.url } });
  }, 150_000);
  afterAll(async () => {
    await server.stop();
    await database.close();
    await redis.kill();
  });

  const home = () => fetch(`${server.url}/`).then((response) => response.text());
  const waiting = async (tx: Tx) => {
    const found = await tx.execute(
      sql`select count(*)::int as n from pg_locks where not granted and relation = 'sign_offs'::regclass and database = (select oid from pg_database where datname = current_database())`,
    );
    return rows<{ n: number }>(found)[0]?.n ?? 0;
  };
  const ready = () => fetch(`${server.url}/readyz`).then((response) => response.json());

  const rename = (name: string) => database.db.update(workspaces).set({ name });

  it('[P32] serves what another process has published to the next reader, whoever tells it', async () => {
    expect(await home()).not.toContain('A name of tomorrow');
    await rename('A name of tomorrow');
    expect(await home()).toContain('A name of tomorrow');
  });

  it('[C30] [P32] keeps no page that was begun before the publication and finished after it', async () => {
    await rename('The old name');
    let slow: Promise<string> | undefined;
    await database.db.transaction(async (tx) => {
      // The front page has read the desk's name by the time it asks for sign-offs.
      await tx.execute(sql`lock table sign_offs in access exclusive mode`);
      slow = home();
      await until('the page waits for the sign-offs', async () => (await waiting(tx)) > 0);
      await rename('The new name');
    });
    expect(await slow).toContain('The old name');
    expect(await home()).toContain('The new name');
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
