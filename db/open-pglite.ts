import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import * as schema from '@/db/schema';
import { unfinishedMark } from '@/platform/env';
import type { OpenDatabase } from './handle';
import { takeLock } from './lock';
import { migrationsFolder } from './migrate';
import { scheduleVacuum } from './vacuum';

const options = {
  // The default lets the write-ahead log of a small database grow to a gigabyte.
  postgresqlconf: ['max_wal_size=64MB', 'min_wal_size=32MB'],
};

/** PGlite in `<dataDir>/pglite`, for this process alone. */
export async function openPGlite(dataDir: string): Promise<OpenDatabase> {
  await mkdir(dataDir, { recursive: true });
  const unlock = await takeLock(join(dataDir, 'pglite.lock'));
  try {
    const client = await openFolder(dataDir);
    const stopVacuum = scheduleVacuum(client);
    const close = async () => {
      stopVacuum();
      await client.close();
      await unlock();
    };
    return { db: await migrated(client), kind: 'pglite', close };
  } catch (cause) {
    await unlock();
    throw cause;
  }
}

/** PGlite in memory, from a cluster that was packed after its migrations: what tests start from. */
export async function openPGliteInMemory(image?: Blob): Promise<OpenDatabase & { client: PGlite }> {
  const client = await PGlite.create({ ...options, ...(image === undefined ? {} : { loadDataDir: image }) });
  return { db: await migrated(client), kind: 'pglite', client, close: () => client.close() };
}

/**
 * Making a cluster takes ten seconds, unpacking an empty one three. A process killed in the middle leaves half a cluster, so a
 * mark stands beside it until it opened once; nothing can have been stored before that.
 */
async function openFolder(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, 'pglite');
  const mark = join(dataDir, unfinishedMark);
  if (existsSync(mark)) await rm(folder, { recursive: true, force: true });
  if (existsSync(folder)) return PGlite.create({ ...options, dataDir: folder });
  await writeFile(mark, '');
  const client = await PGlite.create({ ...options, dataDir: folder, ...(await packedCluster()) });
  await rm(mark);
  return client;
}

/** Written by the build; without it PGlite makes the cluster itself. */
async function packedCluster(): Promise<{ loadDataDir?: Blob }> {
  const path = join(/* turbopackIgnore: true */ process.cwd(), 'dist', 'pglite-empty.tar.gz');
  return existsSync(path)
    ? { loadDataDir: new Blob([new Uint8Array(await readFile(path))], { type: 'application/x-gzip' }) }
    : {};
}

async function migrated(client: PGlite): Promise<OpenDatabase['db']> {
  const db = drizzle(client, { schema });
  await migrate(db, { migrationsFolder: migrationsFolder() });
  return db;
}
