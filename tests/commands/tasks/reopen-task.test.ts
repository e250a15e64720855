import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { finishTask } from '@/commands/tasks/finish-task';
import { reopenTask } from '@/commands/tasks/reopen-task';
import { claimTasks } from '@/db/schema';
import { answerOf, buildClaim, buildWorkspace, contextFor, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildTask } from './tasked';

describeOnBothDatabases('reopening a task', (open) => {
  it('[K8] is done by the parties of who added it and of who has it, after it was finished', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, steward } = workspace;
    const { id: claimId } = await buildClaim(db, workspace);
    const joint = await buildTask(db, north.checkers[0], claimId);
    const own = await buildTask(db, north.checkers[0], claimId, { audience: 'party' });
    const refused = (by: Person, taskId: string) => refusalOf(db, workspace.id, () => reopenTask(contextFor(db, by), { taskId }));
    expect(await refused(north.checkers[0], joint)).toEqual({ code: 'unchanged' });
    for (const taskId of [joint, own]) answerOf(await finishTask(contextFor(db, north.checkers[0]), { taskId }));
    expect(await refused(south.moderators[0], joint)).toEqual({ code: 'not-your-task' });
    expect(await refused(south.moderators[0], own)).toEqual({ code: 'not-found' });
    expect((await refused(steward, joint)).code).toBe('not-allowed');
    answerOf(await reopenTask(contextFor(db, north.checkers[1]), { taskId: joint }));
    const [row] = await db.select().from(claimTasks).where(eq(claimTasks.id, joint));
    expect(row).toMatchObject({ doneAt: null, doneBy: null, doneByParty: null });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'task.reopened', subjectId: joint });
    answerOf(await reopenTask(contextFor(db, north.checkers[1]), { taskId: own }));
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'task.reopened-privately' });
    await expectForeignIsUnknown(db, workspace, own, (context, taskId) => reopenTask(context, { taskId }));
  });
});
