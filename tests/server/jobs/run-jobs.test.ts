import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { withTransaction } from '@/commands/command';
import { schedule } from '@/commands/schedule';
import type { Db } from '@/db/handle';
import { openDatabase } from '@/db/open-database';
import { failingJobs } from '@/db/queries/desk/failing-jobs';
import { events, jobs } from '@/db/schema';
import { ok, refuse } from '@/domain/result';
import { pausesMs } from '@/domain/time/pause-after';
import type { JobHandler, JobHandlers } from '@/server/jobs/handlers';
import { runJobs } from '@/server/jobs/run-jobs';
import { answerOf, buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { describeOnOwnDatabases, newPostgresUrl } from '@/tests/support/database';
import { once } from './support/once';

const later = (ms: number) => new Date(noon.getTime() + ms);
const dayMs = 24 * 60 * 60_000;

/** A job about something new, due at a moment. */
async function due(db: Db, workspaceId: string, at = noon, kind: 'revision.advance' | 'charter.advance' = 'revision.advance') {
  const context = contextOf(db, { kind: 'system' });
  const subjectId = v7();
  answerOf(await withTransaction(context, async (tx) => ok(await schedule(tx, context, { kind, workspaceId, subjectId, at }))));
  return subjectId;
}

function run(db: Db, handler: JobHandler, { now = noon, stopping = new AbortController() } = {}) {
  const faults: unknown[] = [];
  const handlers: JobHandlers = { 'revision.advance': handler };
  const newContext = () => contextOf(db, { kind: 'system' }, { now });
  return runJobs({ db, handlers, newContext, stopping: stopping.signal, report: (fault) => faults.push(fault) }).then((done) => ({
    done,
    faults,
  }));
}

describeOnOwnDatabases('running jobs', (open) => {
  it('[J2] calls the command of what is due, with the time that it is now, and not before', async () => {
    const db = await open();
    const { id } = await buildWorkspace(db);
    const [second, first, future] = [await due(db, id, later(2)), await due(db, id, later(1)), await due(db, id, later(dayMs))];
    const unknown = await due(db, id, noon, 'charter.advance');
    const called: [string, Date, string][] = [];
    const note: JobHandler = async (context, job) => {
      called.push([job.id, context.now, context.actor.kind]);
      return ok(undefined);
    };
    expect(await run(db, note)).toEqual({ done: 0, faults: [] });
    expect(await run(db, note, { now: later(5) })).toEqual({ done: 2, faults: [] });
    expect(called).toEqual([
      [first, later(5), 'system'],
      [second, later(5), 'system'],
    ]);
    expect(await run(db, note, { now: later(dayMs) })).toMatchObject({ done: 1 });
    expect(called.at(-1)?.[0]).toBe(future);
    // Whoever has a command for it will take it.
    expect(await db.select().from(jobs)).toMatchObject([{ subjectId: unknown, attempts: 0 }]);
    await db.delete(jobs);
  });

  it('[J2] does once what fell due while no server ran, however many come back together', async () => {
    const db = await open();
    const { id } = await buildWorkspace(db);
    const subjects = await Promise.all(Array.from({ length: 8 }, (_, hour) => due(db, id, later(hour * 60 * 60_000))));
    const handler: JobHandler = (context, job) => once(context, job, id);
    const runs = await Promise.all([1, 2, 3].map(() => run(db, handler, { now: later(dayMs) })));
    expect(runs.flatMap(({ faults }) => faults)).toEqual([]);
    expect(runs.reduce((sum, { done }) => sum + done, 0)).toBe(8);
    for (const subjectId of subjects) expect(await db.$count(events, eq(events.subjectId, subjectId))).toBe(1);
    expect(await run(db, handler, { now: later(dayMs) })).toEqual({ done: 0, faults: [] });
  });

  it('[J4] tries again after growing pauses, tells the steward a code and no word, and holds up no other', async () => {
    const db = await open();
    const { id: workspaceId } = await buildWorkspace(db);
    const elsewhere = await buildWorkspace(db);
    const failing = await due(db, workspaceId);
    const other = await due(db, workspaceId, later(1));
    const secret = 'words of a draft';
    const handler: JobHandler = async (_context, job) => {
      if (job.id === failing) throw new Error(secret);
      return ok(undefined);
    };
    let now = later(1);
    expect(await run(db, handler, { now })).toMatchObject({ done: 1, faults: [{ message: secret }] });
    expect(await db.$count(jobs, eq(jobs.subjectId, other))).toBe(0);
    for (const [before, pause] of [...pausesMs, pausesMs[4]].entries()) {
      const nextAttemptAt = new Date(now.getTime() + pause);
      const [shown, ...others] = await failingJobs({ workspaceId }, db);
      expect(shown).toMatchObject({ kind: 'revision.advance', dueAt: noon, attempts: before + 1, nextAttemptAt, fault: 'fault' });
      expect(others).toEqual([]);
      expect(JSON.stringify(shown)).not.toContain(secret);
      expect(await run(db, handler, { now: new Date(nextAttemptAt.getTime() - 1) })).toEqual({ done: 0, faults: [] });
      now = nextAttemptAt;
      expect((await run(db, handler, { now })).faults).toHaveLength(1);
    }
    expect(await failingJobs({ workspaceId: elsewhere.id }, db)).toEqual([]);
    expect(await run(db, async () => ok(undefined), { now: later(dayMs) })).toMatchObject({ done: 1 });
    expect(await failingJobs({ workspaceId }, db)).toEqual([]);
  });

  it('[J4] keeps a refused job with the code of its refusal', async () => {
    const db = await open();
    const { id: workspaceId } = await buildWorkspace(db);
    await due(db, workspaceId);
    expect(await run(db, async () => refuse({ code: 'not-found' }))).toEqual({ done: 0, faults: [] });
    expect(await failingJobs({ workspaceId }, db)).toMatchObject([{ attempts: 1, fault: 'not-found' }]);
    await db.delete(jobs);
  });

  it('[J1] keeps a wake-up that was asked for again while an attempt at it was under way', async () => {
    const db = await open();
    const { id: workspaceId } = await buildWorkspace(db);
    const subjectId = await due(db, workspaceId);
    let calls = 0;
    const handler: JobHandler = async () => {
      calls += 1;
      const context = contextOf(db, { kind: 'system' });
      const again = { kind: 'revision.advance', workspaceId, subjectId, at: noon } as const;
      if (calls === 1) await withTransaction(context, async (tx) => ok(await schedule(tx, context, again)));
      return ok(undefined);
    };
    expect(await run(db, handler)).toEqual({ done: 2, faults: [] });
    expect(calls).toBe(2);
    expect(await db.$count(jobs)).toBe(0);
  });

  it('[J5] finishes the job under way when the process stops, and begins no other', async () => {
    const db = await open();
    const { id: workspaceId } = await buildWorkspace(db);
    const [first, second] = [await due(db, workspaceId), await due(db, workspaceId, later(1))];
    const stopping = new AbortController();
    const handler: JobHandler = (context, job) => {
      stopping.abort();
      return once(context, job, workspaceId);
    };
    expect(await run(db, handler, { now: later(1), stopping })).toEqual({ done: 1, faults: [] });
    expect(await db.$count(events, eq(events.subjectId, first))).toBe(1);
    expect(await db.select().from(jobs)).toMatchObject([{ subjectId: second, attempts: 0 }]);
    await db.delete(jobs);
  });
});

it('[J2] shares jobs between processes on one PostgreSQL, each job to one of them', async () => {
  const url = await newPostgresUrl();
  const [one, two] = [await openDatabase({ url }), await openDatabase({ url })];
  const { id: workspaceId } = await buildWorkspace(one.db);
  for (let index = 0; index < 20; index += 1) await due(one.db, workspaceId, later(index));
  const called: string[] = [];
  const handler: JobHandler = async (_context, job) => {
    called.push(job.id);
    return ok(undefined);
  };
  const runs = await Promise.all([one, two].map(({ db }) => run(db, handler, { now: later(dayMs) })));
  expect(runs.reduce((sum, { done }) => sum + done, 0)).toBe(20);
  expect(new Set(called).size).toBe(20);
  expect(called).toHaveLength(20);
  await Promise.all([one.close(), two.close()]);
});
