import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { reopenComment } from '@/commands/discussion/reopen-comment';
import { resolveComment } from '@/commands/discussion/resolve-comment';
import { comments } from '@/db/schema';
import { answerOf, buildOpenClaim, buildWorkspace, contextFor, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildThread } from './commented';

describeOnBothDatabases('reopening a thread', (open) => {
  it('[K6] is done by whoever may write in it, after it was resolved', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission, steward } = workspace;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const joint = await buildThread(db, north.checkers[0], claimId);
    const own = await buildThread(db, north.checkers[0], claimId, { audience: 'party' });
    const refused = (by: Person, commentId: string) =>
      refusalOf(db, workspace.id, () => reopenComment(contextFor(db, by), { commentId }));
    expect(await refused(north.checkers[0], joint)).toEqual({ code: 'unchanged' });
    for (const commentId of [joint, own]) answerOf(await resolveComment(contextFor(db, north.checkers[0]), { commentId }));
    for (const person of [south.moderators[0], mission.observers[0]])
      expect(await refused(person, own)).toEqual({ code: 'not-found' });
    expect((await refused(steward, joint)).code).toBe('not-allowed');
    answerOf(await reopenComment(contextFor(db, mission.observers[0]), { commentId: joint }));
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'comment.reopened', subjectId: joint });
    const [row] = await db.select().from(comments).where(eq(comments.id, joint));
    expect(row).toMatchObject({ resolvedAt: null, resolvedBy: null, resolvedByParty: null });
    answerOf(await reopenComment(contextFor(db, north.checkers[1]), { commentId: own }));
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'comment.reopened-privately' });
  });

  it('[A3] answers a thread of another workspace like an unknown one', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const thread = await buildThread(db, workspace.north.checkers[0], claimId);
    await expectForeignIsUnknown(db, workspace, thread, (context, commentId) => reopenComment(context, { commentId }));
  });
});
