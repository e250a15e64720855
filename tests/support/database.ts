import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Db, OpenDatabase } from '@/db/handle';
import { openDatabase } from '@/db/open-database';
import { openPGliteInMemory } from '@/db/open-pglite';

type Kind = OpenDatabase['kind'];

/**
 * Runs a suite on PGlite and on PostgreSQL. `open()` gives a migrated database that many test files use, one after another, since
 * opening one costs more than most tests do: each test makes its own workspace and expects to see rows of others.
 */
export function describeOnBothDatabases(name: string, suite: (open: () => Promise<Db>, kind: Kind) => void): void {
  for (const kind of ['pglite', 'postgres'] as const) {
    describe(`${name} (${kind})`, () => {
      beforeAll(async () => {
        await shared(kind);
      });
      suite(async () => (await shared(kind)).db, kind);
    });
  }
}

/** As above, with a database of its own, for what is said of all that a database holds: nothing of another file is in it. */
export function describeOnOwnDatabases(name: string, suite: (open: () => Promise<Db>, kind: Kind) => void): void {
  for (const kind of ['pglite', 'postgres'] as const) {
    describe(`${name} (${kind})`, () => {
      let own: OpenDatabase;
      beforeAll(async () => {
        own = await openers[kind]();
      });
      afterAll(() => own.close());
      suite(async () => own.db, kind);
    });
  }
}

/** The address of a new PostgreSQL database, for tests that start a process or need two connections. */
export async function newPostgresUrl(template: 'template' | 'template0' = 'template'): Promise<string> {
  const maintenance = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const connection = postgres(maintenance, { max: 1 });
  await connection`create database ${connection(name)} template ${connection(template)}`;
  await connection.end();
  return maintenance.replace(/postgres$/, name);
}

/** One of each kind per worker; it ends with the worker. */
const held = new Map<Kind, Promise<OpenDatabase>>();

function shared(kind: Kind): Promise<OpenDatabase> {
  const known = held.get(kind);
  if (known !== undefined) return known;
  const opening = openers[kind]();
  held.set(kind, opening);
  return opening;
}

const openers: Record<Kind, () => Promise<OpenDatabase>> = {
  pglite: async () => openPGliteInMemory(new Blob([new Uint8Array(await readFile(inject('pgliteImage')))])),
  postgres: async () => openDatabase({ url: await newPostgresUrl() }),
};
