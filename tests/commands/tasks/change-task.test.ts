import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { changeTask } from '@/commands/tasks/change-task';
import { setDone } from '@/commands/tasks/set-done';
import { claimTasks, notifications } from '@/db/schema';
import { answerOf, buildClaim, buildWorkspace, contextFor, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildTask } from './tasked';

describeOnBothDatabases('changing a task', (open) => {
  it('[K8] [K9] says anew who has it and when it is due, and tells whoever gets it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const { id: claimId } = await buildClaim(db, workspace);
    const taskId = await buildTask(db, north.checkers[0], claimId, { personId: south.checkers[0].id });
    const change = async (by: Person, changes: Record<string, unknown>) =>
      answerOf(await changeTask(contextFor(db, by), { taskId, what: 'Find the protocol', ...changes }));
    await change(south.checkers[0], { personId: south.checkers[1].id, dueOn: '2026-03-09' });
    const [row] = await db.select().from(claimTasks).where(eq(claimTasks.id, taskId));
    expect(row).toMatchObject({
      what: 'Find the protocol',
      assigneeId: south.checkers[1].id,
      dueOn: '2026-03-09',
      audienceParty: null,
    });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'task.changed', subjectId: taskId });
    // The same person with another day is told nothing: that the task is due, they are told when it is.
    await change(north.checkers[0], { personId: south.checkers[1].id, dueOn: '2026-03-10' });
    const told = await db.select().from(notifications).where(eq(notifications.taskId, taskId));
    expect(told.map(({ personId }) => personId).sort()).toEqual([south.checkers[0].id, south.checkers[1].id].sort());
    await change(north.checkers[0], {});
    const [freed] = await db.select().from(claimTasks).where(eq(claimTasks.id, taskId));
    expect(freed).toMatchObject({ assigneeId: null, assigneeParty: null, dueOn: null });
  });

  it('[K8] refuses a party that neither added it nor has it, who may not read it, what is done, and no change', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission, steward } = workspace;
    const { id: claimId } = await buildClaim(db, workspace);
    const what = 'Find the protocol';
    const joint = await buildTask(db, north.checkers[0], claimId, { what });
    const own = await buildTask(db, north.checkers[0], claimId, { what, audience: 'party' });
    const refused = (by: Person, taskId: string, changes: Record<string, unknown> = {}) =>
      refusalOf(db, workspace.id, () => changeTask(contextFor(db, by), { taskId, what: 'Another', ...changes }));
    for (const person of [south.moderators[0], mission.observers[0]]) {
      expect(await refused(person, joint)).toEqual({ code: 'not-your-task' });
      expect(await refused(person, own)).toEqual({ code: 'not-found' });
    }
    expect((await refused(steward, joint)).code).toBe('not-allowed');
    expect(await refused(north.checkers[1], own, { personId: south.checkers[0].id })).toEqual({ code: 'assignee-not-reader' });
    expect(await refused(north.checkers[1], joint, { what })).toEqual({ code: 'unchanged' });
    answerOf(await setDone(contextFor(db, north.checkers[1]), { taskId: joint, done: true }));
    expect(await refused(north.checkers[1], joint)).toEqual({ code: 'task-done' });
    await expectForeignIsUnknown(db, workspace, own, (context, taskId) => changeTask(context, { taskId, what }));
  });
});
