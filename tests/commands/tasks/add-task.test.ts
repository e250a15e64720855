import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { addTask } from '@/commands/tasks/add-task';
import { claimTasks, notifications } from '@/db/schema';
import { newId } from '@/platform/new-id';
import { answerOf, buildClaim, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';
import { taskInput } from './tasked';

describeOnBothDatabases('adding a task', (open) => {
  it('[K7] [K9] is for all or for the own party, and tells whom it is given to', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission } = workspace;
    const { id: claimId } = await buildClaim(db, workspace);
    const context = contextFor(db, north.checkers[0]);
    const add = async (changes: Record<string, unknown>) => answerOf(await addTask(context, taskInput(claimId, changes))).id;
    const row = async (id: string) => (await db.select().from(claimTasks).where(eq(claimTasks.id, id)))[0];
    const told = async (id: string) =>
      (await db.select().from(notifications).where(eq(notifications.taskId, id))).map(({ personId, kind }) => [personId, kind]);

    const joint = await add({ personId: mission.observers[1].id, dueOn: '2026-03-09' });
    expect(await row(joint)).toMatchObject({
      ...{ audienceParty: null, assigneeId: mission.observers[1].id, assigneeParty: mission.id, dueOn: '2026-03-09' },
      ...{ personId: north.checkers[0].id, partyId: north.id, at: noon, doneAt: null },
    });
    expect(await told(joint)).toEqual([[mission.observers[1].id, 'task-given']]);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'task.added', subjectId: joint, facts: {} });
    const own = await add({ audience: 'party', personId: north.checkers[0].id, dueOn: '' });
    expect(await row(own)).toMatchObject({ audienceParty: north.id, assigneeParty: north.id, dueOn: null });
    expect(await told(own)).toEqual([]);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'task.added-privately' });
    expect(await row(await add({ personId: '' }))).toMatchObject({ assigneeId: null, assigneeParty: null });
    const widened = sql`update claim_tasks set audience_party = null where id = ${own}`;
    await expect(db.execute(widened)).rejects.toMatchObject({ cause: { message: expect.stringMatching(/does not change/) } });
    const crossed = sql`update claim_tasks set assignee_id = ${south.checkers[0].id}, assignee_party = ${south.id} where id = ${own}`;
    await expect(db.execute(crossed)).rejects.toMatchObject({ cause: { message: expect.stringMatching(/assigned_within/) } });
  });

  it('[K7] refuses who may not read it like somebody unknown, a closed claim, and what is no task', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, steward } = workspace;
    const { id: claimId } = await buildClaim(db, workspace);
    const context = contextFor(db, north.checkers[0]);
    const refused = (changes: Record<string, unknown>) =>
      refusalOf(db, workspace.id, () => addTask(context, taskInput(claimId, changes)));
    for (const personId of [steward.id, newId()]) expect(await refused({ personId })).toEqual({ code: 'assignee-not-reader' });
    expect(await refused({ audience: 'party', personId: south.checkers[0].id })).toEqual({ code: 'assignee-not-reader' });
    for (const changes of [
      { what: ' ' },
      { what: 'x'.repeat(301) },
      { dueOn: '2026-02-30' },
      { personId: null },
      { audience: 'us' },
    ])
      expect((await refused(changes)).code, JSON.stringify(changes)).toBe('invalid-input');
    answerOf(await closeClaim(context, { claimId, as: 'not-checkable', reason: 'A question of taste alone.' }));
    expect(await refused({})).toEqual({ code: 'claim-closed' });
  });

  it('[K12] takes a hundred unfinished tasks and no more', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [author] = workspace.north.checkers;
    const { id: claimId } = await buildClaim(db, workspace);
    await db.execute(sql`insert into claim_tasks (id, workspace_id, claim_id, what, person_id, party_id, at)
      select gen_random_uuid(), ${workspace.id}::uuid, ${claimId}::uuid, 'Again.', ${author.id}::uuid, ${workspace.north.id}::uuid, now()
      from generate_series(1, 99)`);
    answerOf(await addTask(contextFor(db, author), taskInput(claimId)));
    const refused = await refusalOf(db, workspace.id, () => addTask(contextFor(db, author), taskInput(claimId)));
    expect(refused).toEqual({ code: 'too-many-tasks', limit: 100 });
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    const refused = async (context: ReturnType<typeof contextFor>) =>
      (await refusalOf(db, workspace.id, () => addTask(context, taskInput(claimId)))).code;
    expect(await refused(contextFor(db, workspace.steward))).toBe('not-allowed');
    expect(await refused(contextOf(db, { kind: 'public' }))).toBe('not-signed-in');
    await expectForeignIsUnknown(db, workspace, claimId, (context, id) => addTask(context, taskInput(id)));
  });
});
