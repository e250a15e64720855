import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migratePostgres } from '@/db/migrate';
import { openPGliteInMemory } from '@/db/open-pglite';
import { startPostgres } from './postgres';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated PGlite cluster as a tar file. */
    pgliteImage: string;
    /** The maintenance address of a PostgreSQL cluster that holds the migrated database `template`. */
    postgresUrl: string;
  }
}

/** Once for the whole run: both databases are made and migrated here, and every test file copies them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-pglite-'));
  const image = join(folder, 'migrated.tar');
  const [cluster] = await Promise.all([migratedPostgres(), writeMigratedImage(image)]);
  project.provide('pgliteImage', image);
  project.provide('postgresUrl', cluster.url('postgres'));
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function migratedPostgres() {
  const cluster = await startPostgres();
  await migratePostgres(await cluster.createDatabase('template'));
  return cluster;
}

async function writeMigratedImage(path: string): Promise<void> {
  const database = await openPGliteInMemory(await builtCluster());
  const image = await database.client.dumpDataDir('none');
  await writeFile(path, new Uint8Array(await image.arrayBuffer()));
  await database.close();
}

/** The build's empty cluster saves the ten seconds that making one takes. */
async function builtCluster(): Promise<Blob | undefined> {
  const path = 'dist/pglite-empty.tar.gz';
  return existsSync(path) ? new Blob([new Uint8Array(await readFile(path))], { type: 'application/x-gzip' }) : undefined;
}
