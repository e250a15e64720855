import { and, eq, inArray } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Db } from '@/db/handle';
import { events, jobs, notifications, verdicts } from '@/db/schema';
import { handlers } from '@/server/jobs/handlers';
import { runJobs } from '@/server/jobs/run-jobs';
import { answerOf, buildWorkspace, contextOf, type Workspace } from '@/tests/support/build';
import { describeOnOwnDatabases } from '@/tests/support/database';
import { buildLastRound, hoursIn, objection, say, storedRevision } from '@/tests/support/rounds';
import { buildRevision, dissent } from '@/tests/support/sign';

/** What a server does of all that is due at a moment, with the commands that it really has. */
async function runAt(db: Db, hours: number): Promise<void> {
  const faults: unknown[] = [];
  const newContext = () => contextOf(db, { kind: 'system' }, { now: hoursIn(hours) });
  const advance = { 'revision.advance': handlers['revision.advance'] };
  await runJobs({ db, handlers: advance, newContext, stopping: new AbortController().signal, report: (one) => faults.push(one) });
  expect(faults).toEqual([]);
}

/** One revision of each fate: joint, with dissent, split, no joint finding, and one that nobody speaks of. */
async function buildFates(db: Db) {
  const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
  const [north, south] = [workspace.north.moderators, workspace.south.moderators];
  const split = await buildLastRound(db, workspace);
  const [joint, dissenting, alone, silent] = [
    await buildRevision(db, workspace),
    await buildRevision(db, workspace),
    await buildRevision(db, workspace),
    await buildRevision(db, workspace),
  ];
  for (const revision of [split, joint, dissenting, alone]) answerOf(await say(db, workspace, revision, [north[0], 1]));
  answerOf(await say(db, workspace, split, [south[0], 2, dissent]));
  answerOf(await say(db, workspace, joint, [south[0], 3]));
  answerOf(await say(db, workspace, dissenting, [south[0], 4, objection]));
  answerOf(await say(db, workspace, dissenting, [south[1], 5]));
  return { workspace, ids: [split, joint, dissenting, alone, silent].map(({ id }) => id) };
}

const fatesOf = async (db: Db, ids: string[]) =>
  Promise.all(
    ids.map(async (id) => {
      const { state, outcome, outcomeAt, releasesAt, signingEndsAt, mediationEndsAt } = await storedRevision(db, id);
      return { state, outcome, outcomeAt, releasesAt, signingEndsAt, mediationEndsAt };
    }),
  );

/** What happened and who was told, of what happens and is told once. */
async function onceOnly(db: Db, { id }: Workspace, ids: string[]) {
  const final = ['verdict.published', 'revision.cooling', 'revision.expired'];
  const told = await db
    .select()
    .from(events)
    .where(and(inArray(events.subjectId, ids), inArray(events.type, final)));
  const notices = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.workspaceId, id), eq(notifications.kind, 'published')));
  return {
    events: told.map(({ type, subjectId }) => `${type} ${ids.indexOf(subjectId ?? '')}`).sort(),
    notices: notices.length,
    verdicts: await db.$count(verdicts, inArray(verdicts.revisionId, ids)),
  };
}

describeOnOwnDatabases('a server that was down', (open) => {
  it('[J2] [L18] [C25] [C27] [C29] catches up once and only once, however many come back, and ends where one that was awake is', async () => {
    const db = await open();
    const awake = await buildFates(db);
    for (let hours = 1; hours <= 400; hours += 33) await runAt(db, hours);
    const asleep = await buildFates(db);
    await Promise.all([runAt(db, 3000), runAt(db, 3000)]);
    await runAt(db, 3001);

    const fates = await fatesOf(db, asleep.ids);
    expect(fates.map(({ state, outcome }) => `${state} ${outcome}`)).toEqual([
      ...['published split', 'published joint', 'published with-dissent', 'published no-joint-finding', 'expired null'],
    ]);
    expect(fates).toEqual(await fatesOf(db, awake.ids));
    const done = await onceOnly(db, asleep.workspace, asleep.ids);
    expect(done).toEqual({
      events: [
        ...[0, 1, 2, 3].map((n) => `revision.cooling ${n}`),
        'revision.expired 4',
        ...[0, 1, 2, 3].map((n) => `verdict.published ${n}`),
      ],
      notices: (await onceOnly(db, awake.workspace, awake.ids)).notices,
      verdicts: 4,
    });
    expect(done).toEqual(await onceOnly(db, awake.workspace, awake.ids));
    expect(await db.$count(jobs, eq(jobs.kind, 'revision.advance'))).toBe(0);
  });
});
