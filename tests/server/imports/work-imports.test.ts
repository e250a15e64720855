import { eq } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import type { Db } from '@/db/handle';
import { importOfDesk, rowsOfImport } from '@/db/queries/desk/imports-of-desk';
import { claims, memberships } from '@/db/schema';
import { workImports } from '@/server/imports/work-imports';
import { begin } from '@/tests/commands/imports/brought';
import { buildWorkspace, contextOf } from '@/tests/support/build';
import { describeOnOwnDatabases } from '@/tests/support/database';

const list = (rows: number) =>
  ['claim,url,date', ...Array.from({ length: rows }, (_, index) => `Claim ${index}.,https://example.org/${index},`)].join('\n');

type Watch = { announce?: (workspaceId: string) => void; onStep?: () => void };

/** `onStep` is called before each handful of rows. */
function work(db: Db, { announce = () => undefined, onStep = () => undefined }: Watch = {}) {
  const faults: unknown[] = [];
  const stop = workImports({
    db,
    contextFor: (actor, announced) => {
      onStep();
      return contextOf(db, actor, { announced });
    },
    announce,
    report: (fault) => faults.push(fault),
    lookMs: 5,
  });
  return { stop, faults };
}

describeOnOwnDatabases('working imports off', (open) => {
  it('[IN9] finishes what runs, of several parties, and tells that the desk has changed', async () => {
    const db = await open();
    const { id: workspaceId, north, south } = await buildWorkspace(db);
    const [mine, theirs] = [await begin(db, north.checkers[0], list(60)), await begin(db, south.checkers[0], list(3))];
    const announced = new Set<string>();
    const { stop, faults } = work(db, { announce: (changed) => announced.add(changed) });
    const state = async (importId: string, partyId: string) =>
      (await importOfDesk({ importId, workspaceId, partyId }, db))?.state;
    await vi.waitFor(
      async () => expect([await state(mine, north.id), await state(theirs, south.id)]).toEqual(['finished', 'finished']),
      { timeout: 30_000, interval: 20 },
    );
    await stop();
    expect(faults).toEqual([]);
    expect(announced).toEqual(new Set([workspaceId]));
    expect(await db.$count(claims, eq(claims.workspaceId, workspaceId))).toBe(60);
  });

  it('[IN9] goes on after it was ended in the middle, and does no row twice', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const importId = await begin(db, north.checkers[0], list(120));
    const done = async () => (await rowsOfImport({ importId, workspaceId, states: ['taken'] }, db)).length;
    // Ended while it does its second handful of rows: those are finished, and no more.
    await new Promise<void>((resolve) => {
      let steps = 0;
      const { stop } = work(db, {
        onStep: () => {
          steps += 1;
          if (steps === 2) void stop().then(resolve);
        },
      });
    });
    const before = await done();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(120);
    const second = work(db);
    await vi.waitFor(async () => expect(await done()).toBe(120), { timeout: 30_000, interval: 20 });
    await second.stop();
    expect(await db.$count(claims, eq(claims.workspaceId, workspaceId))).toBe(120);
  });

  it('[IN9] stops when whoever began it is no longer a member, and leaves the rows', async () => {
    const db = await open();
    const { id: workspaceId, north, south } = await buildWorkspace(db);
    const importId = await begin(db, north.checkers[0], list(3));
    await db.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.personId, north.checkers[0].id));
    const { stop } = work(db);
    const found = () => importOfDesk({ importId, workspaceId, partyId: north.id }, db);
    await vi.waitFor(async () => expect(await found()).toMatchObject({ state: 'stopped', counts: { waiting: 3 } }), {
      timeout: 30_000,
      interval: 20,
    });
    await stop();
    expect(await importOfDesk({ importId, workspaceId, partyId: south.id }, db)).toBeUndefined();
  });
});
