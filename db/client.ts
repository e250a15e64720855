import { env } from '@/platform/env';
import { processSlot } from '@/platform/process-slot';
import type { Db, OpenDatabase } from './handle';
import { openDatabase } from './open-database';

export type { Db, Tx } from './handle';

/** The database of this process, opened and migrated at the first call. Everyone shares one: PGlite can have no second. */
export async function getDb(): Promise<Db> {
  return (await shared()).db;
}

/** Waits for what is running, then lets go of the folder or the connections. A later `getDb` opens again. */
export async function closeDb(): Promise<void> {
  const opening = slot().current;
  slot().current = undefined;
  await (await opening)?.close();
}

function shared(): Promise<OpenDatabase> {
  const here = slot();
  here.current ??= open().catch((cause: unknown) => {
    // A failed opening must not be remembered: the next caller tries again.
    here.current = undefined;
    throw cause;
  });
  return here.current;
}

async function open(): Promise<OpenDatabase> {
  const { DATABASE_URL, DATA_DIR } = env();
  return openDatabase(DATABASE_URL === undefined ? { dataDir: DATA_DIR } : { url: DATABASE_URL });
}

function slot(): { current?: Promise<OpenDatabase> } {
  return processSlot<Promise<OpenDatabase>>('countersign.db');
}
