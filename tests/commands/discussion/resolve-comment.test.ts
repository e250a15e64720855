import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { resolveComment } from '@/commands/discussion/resolve-comment';
import { comments } from '@/db/schema';
import { answerOf, buildOpenClaim, buildWorkspace, contextFor, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';
import { answer, buildThread } from './commented';

describeOnBothDatabases('resolving a thread', (open) => {
  it('[K6] is done by whoever may write in it, once, and says who did', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission, steward } = workspace;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const joint = await buildThread(db, north.checkers[0], claimId);
    const own = await buildThread(db, north.checkers[0], claimId, { audience: 'party' });
    const reply = await answer(db, north.checkers[1], joint);
    const refused = (by: Person, commentId: string) =>
      refusalOf(db, workspace.id, () => resolveComment(contextFor(db, by), { commentId }));
    for (const person of [south.moderators[0], mission.observers[0]])
      expect(await refused(person, own)).toEqual({ code: 'not-found' });
    expect(await refused(north.checkers[0], reply)).toEqual({ code: 'not-found' });
    expect((await refused(steward, joint)).code).toBe('not-allowed');
    answerOf(await resolveComment(contextFor(db, south.checkers[0]), { commentId: joint }));
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'comment.resolved', subjectId: joint });
    const [row] = await db.select().from(comments).where(eq(comments.id, joint));
    expect(row).toMatchObject({ resolvedAt: noon, resolvedBy: south.checkers[0].id, resolvedByParty: south.id });
    expect(await refused(north.checkers[0], joint)).toEqual({ code: 'unchanged' });
    answerOf(await resolveComment(contextFor(db, north.moderators[0]), { commentId: own }));
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'comment.resolved-privately' });
  });

  it('[A3] answers a thread of another workspace like an unknown one', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const thread = await buildThread(db, workspace.north.checkers[0], claimId);
    await expectForeignIsUnknown(db, workspace, thread, (context, commentId) => resolveComment(context, { commentId }));
  });

  it('[K2] changes no word of a comment, and neither does any other statement', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const thread = await buildThread(db, north.checkers[0], claimId, { audience: 'party' });
    const statements = [
      sql`update comments set body = 'Something else.' where id = ${thread}`,
      sql`update comments set audience_party = null where id = ${thread}`,
      sql`update comments set person_id = ${south.checkers[0].id} where id = ${thread}`,
      sql`delete from comments where id = ${thread}`,
    ];
    for (const statement of statements)
      await expect(db.execute(statement)).rejects.toMatchObject({ cause: { message: expect.stringMatching(/does not change/) } });
    // An answer that more people read than its thread, whichever way it came.
    const wider = sql`insert into comments (id, workspace_id, claim_id, thread_id, body, person_id, party_id, at)
      values (gen_random_uuid(), ${workspace.id}, ${claimId}, ${thread}, 'For all.', ${north.checkers[0].id}, ${north.id}, now())`;
    await expect(db.execute(wider)).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/audience of its thread/) },
    });
  });
});
