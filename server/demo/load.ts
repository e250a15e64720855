import { eq } from 'drizzle-orm';
import { closeDb, type Db, getDb } from '@/db/client';
import { dropOwn } from '@/db/drop-own';
import { settings, workspaces } from '@/db/schema';
import { type Env, refuseOutwardDemo } from '@/platform/env';
import type { Collab } from '@/server/collab/collab';
import { announceAccounts, type DemoAccount } from './accounts';
import { demoClock } from './clock';
import { setTheStage } from './set-the-stage';
import { createStage } from './stage';
import { playStory } from './story';

/** Whether the demo world is in, half in, or not wanted is a stored flag: a start that was cut off is begun again, a finished one never. */
const demoSetting = 'demo';

export type DemoState = 'none' | 'loading' | 'loaded';

async function demoState(db: Db): Promise<DemoState> {
  const [row] = await db.select().from(settings).where(eq(settings.name, demoSetting));
  return row === undefined ? 'none' : row.value === 'loaded' ? 'loaded' : 'loading';
}

/**
 * The database, emptied when an earlier start was cut off while it loaded the demo world. Nothing of anybody is lost: the server listens only when the
 * world is in, so nobody has been here. What was written is append-only, so it goes as a whole. A database with the demo, whole or half, is opened for
 * people at this machine alone, however it came here.
 */
export async function databaseWithoutHalfADemo(
  reach: Pick<Env, 'HOST' | 'APP_URL' | 'LOCAL'>,
): Promise<{ db: Db; interrupted: boolean }> {
  const db = await getDb();
  const state = await demoState(db);
  if (state !== 'none') refuseOutwardDemo(reach);
  if (state !== 'loading') return { db, interrupted: false };
  await dropOwn(db);
  await closeDb();
  return { db: await getDb(), interrupted: true };
}

/** Loads the demo world into an empty database when it is wanted, and answers its accounts whenever it is in. */
export async function loadDemo({
  db,
  collab,
  dataDir,
  wanted,
  now,
}: {
  db: Db;
  collab: Pick<Collab, 'port' | 'appendAs' | 'projectNow'>;
  dataDir: string;
  wanted: boolean;
  now: Date;
}): Promise<DemoAccount[] | undefined> {
  const state = await demoState(db);
  if (state === 'loaded') return announceAccounts.read(dataDir);
  const [known] = await db.select({ id: workspaces.id }).from(workspaces).limit(1);
  if (!wanted || known !== undefined) return undefined;

  // It takes longer than anything else of a first start: in silence it would look as if it had stopped.
  process.stdout.write('▸ Loading the demonstration …\n');
  await db.insert(settings).values({ name: demoSetting, value: 'loading' });
  const clock = demoClock(now);
  const stage = createStage({ db, collab });
  const { accounts, charterSha256 } = await setTheStage(stage, clock);
  await playStory(stage, clock, charterSha256);
  announceAccounts.write(dataDir, accounts);
  await db.update(settings).set({ value: 'loaded' }).where(eq(settings.name, demoSetting));
  return accounts;
}
