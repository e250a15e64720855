import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { finishTask } from '@/commands/tasks/finish-task';
import { claimTasks } from '@/db/schema';
import { answerOf, buildClaim, buildWorkspace, contextFor, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildTask } from './tasked';

describeOnBothDatabases('finishing a task', (open) => {
  it('[K8] is said by the parties of who added it and of who has it, once', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission, steward } = workspace;
    const { id: claimId } = await buildClaim(db, workspace);
    const joint = await buildTask(db, north.checkers[0], claimId, { personId: south.checkers[0].id });
    const own = await buildTask(db, north.checkers[0], claimId, { audience: 'party' });
    const refused = (by: Person, taskId: string) => refusalOf(db, workspace.id, () => finishTask(contextFor(db, by), { taskId }));
    expect(await refused(mission.observers[0], joint)).toEqual({ code: 'not-your-task' });
    expect(await refused(south.moderators[0], own)).toEqual({ code: 'not-found' });
    expect((await refused(steward, joint)).code).toBe('not-allowed');
    answerOf(await finishTask(contextFor(db, south.checkers[1]), { taskId: joint }));
    const [row] = await db.select().from(claimTasks).where(eq(claimTasks.id, joint));
    expect(row).toMatchObject({ doneAt: noon, doneBy: south.checkers[1].id, doneByParty: south.id });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'task.finished', subjectId: joint });
    expect(await refused(north.checkers[0], joint)).toEqual({ code: 'unchanged' });
    answerOf(await finishTask(contextFor(db, north.checkers[1]), { taskId: own }));
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'task.finished-privately' });
    await expectForeignIsUnknown(db, workspace, own, (context, taskId) => finishTask(context, { taskId }));
  });
});
