import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { setResolved } from '@/commands/discussion/set-resolved';
import { comments } from '@/db/schema';
import { answerOf, buildOpenClaim, buildWorkspace, contextFor, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';
import { answer, buildThread } from './commented';

describeOnBothDatabases('saying that a thread is dealt with', (open) => {
  it('[K6] is for whoever may write in it, and so is taking it back, and the thread says who did', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission, steward } = workspace;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const joint = await buildThread(db, north.checkers[0], claimId);
    const own = await buildThread(db, north.checkers[0], claimId, { audience: 'party' });
    const reply = await answer(db, north.checkers[1], joint);
    const say = (by: Person, commentId: string, resolved: boolean) => setResolved(contextFor(db, by), { commentId, resolved });
    const refused = (by: Person, commentId: string, resolved: boolean) =>
      refusalOf(db, workspace.id, () => say(by, commentId, resolved));
    const bySouth = { resolvedAt: noon, resolvedBy: south.checkers[0].id, resolvedByParty: south.id };
    const moves = [
      { resolved: true, by: south.checkers[0], event: 'comment.resolved', row: bySouth },
      {
        ...{ resolved: false, by: mission.observers[0], event: 'comment.reopened' },
        row: { resolvedAt: null, resolvedBy: null, resolvedByParty: null },
      },
    ];
    for (const { resolved, by, event, row } of moves) {
      expect(await refused(north.checkers[0], joint, !resolved)).toEqual({ code: 'unchanged' });
      for (const person of [south.moderators[0], mission.observers[0]])
        expect(await refused(person, own, resolved)).toEqual({ code: 'not-found' });
      expect(await refused(north.checkers[0], reply, resolved)).toEqual({ code: 'not-found' });
      expect((await refused(steward, joint, resolved)).code).toBe('not-allowed');
      answerOf(await say(by, joint, resolved));
      expect((await db.select().from(comments).where(eq(comments.id, joint)))[0]).toMatchObject(row);
      expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: event, subjectId: joint });
      answerOf(await say(north.moderators[0], own, resolved));
      expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: `${event}-privately`, subjectId: own });
    }
  });

  it('[A3] answers a thread of another workspace like an unknown one', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const thread = await buildThread(db, workspace.north.checkers[0], claimId);
    await expectForeignIsUnknown(db, workspace, thread, (context, commentId) =>
      setResolved(context, { commentId, resolved: true }),
    );
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
