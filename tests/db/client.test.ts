import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { DatabaseInUseError } from '@/db/lock';
import { migratePostgres } from '@/db/migrate';
import { openDatabase } from '@/db/open-database';
import { rows } from '@/db/rows';
import { unfinishedMark } from '@/platform/env';
import { describeOnBothDatabases, newPostgresUrl } from '@/tests/support/database';
import { temporaryFolder } from '@/tests/support/temporary-folder';

describeOnBothDatabases('an open database', (open) => {
  it('is migrated', async () => {
    const found = rows<{ name: string }>(
      await (await open()).execute(sql`select table_name as name from information_schema.tables where table_schema = 'public'`),
    );
    expect(found.map((table) => table.name)).toContain('claims');
  });

  it('answers db.execute with rows on either driver', async () => {
    expect(rows(await (await open()).execute(sql`select 1 as one`))).toEqual([{ one: 1 }]);
  });

  it('rolls a transaction back when it throws', async () => {
    const db = await open();
    await db.execute(sql`create table if not exists rolled_back (n int)`);
    const failing = db.transaction(async (tx) => {
      await tx.execute(sql`insert into rolled_back values (1)`);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(rows(await db.execute(sql`select count(*)::int as n from rolled_back`))).toEqual([{ n: 0 }]);
  });
});

describe('a PGlite folder', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = temporaryFolder();
  });

  it('keeps what was written after it is closed and opened again', async () => {
    const first = await openDatabase({ dataDir });
    await first.db.execute(sql`create table kept as select 7 as n`);
    await first.close();
    const second = await openDatabase({ dataDir });
    expect(rows(await second.db.execute(sql`select n from kept`))).toEqual([{ n: 7 }]);
    await second.close();
  });

  it('[T19] refuses a second opener while the first has it, and lets go when closed', async () => {
    const first = await openDatabase({ dataDir });
    await expect(openDatabase({ dataDir })).rejects.toBeInstanceOf(DatabaseInUseError);
    await first.close();
    expect(await readdir(dataDir)).toEqual(['pglite']);
  });

  it('takes over the lock of a process that is gone', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.on('exit', resolve));
    await writeFile(join(dataDir, 'pglite.lock'), JSON.stringify({ pid: gone.pid, started: null, host: hostname() }));
    await (await openDatabase({ dataDir })).close();
    expect(existsSync(join(dataDir, 'pglite.lock'))).toBe(false);
  });

  it('takes over the lock of an earlier process whose number was given away again', async () => {
    await writeFile(
      join(dataDir, 'pglite.lock'),
      JSON.stringify({ pid: process.pid, started: 'another boot/1', host: hostname() }),
    );
    await (await openDatabase({ dataDir })).close();
  });

  it('does not judge a lock of another machine', async () => {
    await writeFile(join(dataDir, 'pglite.lock'), JSON.stringify({ pid: 1, started: null, host: 'elsewhere.example' }));
    await expect(openDatabase({ dataDir })).rejects.toThrow('process 1 on elsewhere.example');
  });

  it('starts again when a first start was killed before the cluster was whole', async () => {
    await writeFile(join(dataDir, unfinishedMark), '');
    await writeFile(join(dataDir, 'pglite'), 'half a cluster');
    const database = await openDatabase({ dataDir });
    expect(await readdir(dataDir)).toEqual(['pglite', 'pglite.lock']);
    await database.close();
  });
});

describe('a PostgreSQL database', () => {
  it('is migrated once when several processes start together', async () => {
    const url = await newPostgresUrl('template0');
    await Promise.all([migratePostgres(url), migratePostgres(url), migratePostgres(url)]);
    const database = await openDatabase({ url });
    const [found] = rows<{ n: number; hashes: number }>(
      await database.db.execute(
        sql`select count(*)::int as n, count(distinct hash)::int as hashes from drizzle.__drizzle_migrations`,
      ),
    );
    expect(found?.n).toBe(found?.hashes);
    await database.close();
  });
});
