import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { setDone } from '@/commands/tasks/set-done';
import { claimTasks } from '@/db/schema';
import { answerOf, buildClaim, buildWorkspace, contextFor, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildTask } from './tasked';

describeOnBothDatabases('saying that a task is done', (open) => {
  it('[K8] is for the parties of who added it and of who has it, and so is taking it back', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission, steward } = workspace;
    const { id: claimId } = await buildClaim(db, workspace);
    const joint = await buildTask(db, north.checkers[0], claimId, { personId: south.checkers[0].id });
    const own = await buildTask(db, north.checkers[0], claimId, { audience: 'party' });
    const say = (by: Person, taskId: string, done: boolean) => setDone(contextFor(db, by), { taskId, done });
    const refused = (by: Person, taskId: string, done: boolean) => refusalOf(db, workspace.id, () => say(by, taskId, done));
    const moves = [
      { done: true, event: 'task.finished', row: { doneAt: noon, doneBy: south.checkers[1].id, doneByParty: south.id } },
      { done: false, event: 'task.reopened', row: { doneAt: null, doneBy: null, doneByParty: null } },
    ];
    for (const { done, event, row } of moves) {
      expect(await refused(north.checkers[0], joint, !done)).toEqual({ code: 'unchanged' });
      expect(await refused(mission.observers[0], joint, done)).toEqual({ code: 'not-your-task' });
      expect(await refused(south.moderators[0], own, done)).toEqual({ code: 'not-found' });
      expect((await refused(steward, joint, done)).code).toBe('not-allowed');
      answerOf(await say(south.checkers[1], joint, done));
      expect((await db.select().from(claimTasks).where(eq(claimTasks.id, joint)))[0]).toMatchObject(row);
      expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: event, subjectId: joint });
      answerOf(await say(north.checkers[1], own, done));
      expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: `${event}-privately`, subjectId: own });
    }
    await expectForeignIsUnknown(db, workspace, own, (context, taskId) => setDone(context, { taskId, done: true }));
  });
});
