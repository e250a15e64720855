import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { replyToComment } from '@/commands/discussion/reply-to-comment';
import { removeMember } from '@/commands/membership/remove-member';
import type { Db } from '@/db/handle';
import { comments, notifications } from '@/db/schema';
import { answerOf, buildOpenClaim, buildWorkspace, contextFor, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';
import { answer, buildThread } from './commented';

describeOnBothDatabases('answering in a thread', (open) => {
  const toldOf = async (db: Db, commentId: string) =>
    (await db.select().from(notifications).where(eq(notifications.commentId, commentId)))
      .map(({ personId, kind }) => `${kind} ${personId}`)
      .sort();

  it('[K1] [K9] has the thread’s audience, and tells whoever wrote in it and sits there still', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const thread = await buildThread(db, north.checkers[0], claimId);
    const first = await answer(db, south.checkers[0], thread);
    expect(await toldOf(db, first)).toEqual([`replied ${north.checkers[0].id}`]);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'comment.written', facts: { isReply: true } });
    await answer(db, north.checkers[1], thread);
    // Mentioned is told once, and a seat that ended not at all.
    answerOf(await removeMember(contextFor(db, north.moderators[0]), { personId: north.checkers[1].id }));
    const { id, name } = north.checkers[0];
    const last = await answer(db, south.moderators[0], thread, `@${name}, see above.`, [id]);
    expect(await toldOf(db, last)).toEqual([`mentioned ${id}`, `replied ${south.checkers[0].id}`]);
    const rows = await db.select().from(comments).where(eq(comments.threadId, thread));
    expect(rows.map(({ audienceParty, passage }) => [audienceParty, passage])).toEqual(Array(3).fill([null, null]));
  });

  it('[T30] is not there for another party, and neither is a reply as a thread', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission } = workspace;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const thread = await buildThread(db, north.checkers[0], claimId, { audience: 'party' });
    const reply = await answer(db, north.moderators[0], thread);
    expect(await toldOf(db, reply)).toEqual([`replied ${north.checkers[0].id}`]);
    const [row] = await db.select().from(comments).where(eq(comments.id, reply));
    expect(row?.audienceParty).toBe(north.id);
    const refused = (by: Person, commentId: string, mentions: string[] = []) =>
      refusalOf(db, workspace.id, () => replyToComment(contextFor(db, by), { commentId, body: '@Somebody', mentions }));
    for (const person of [south.moderators[0], mission.observers[0]])
      expect(await refused(person, thread)).toEqual({ code: 'not-found' });
    expect(await refused(north.checkers[0], reply)).toEqual({ code: 'not-found' });
    expect(await refused(north.checkers[0], thread, [south.checkers[0].id])).toEqual({ code: 'mention-not-reader' });
    expect((await refused(workspace.steward, thread)).code).toBe('not-allowed');
  });

  it('[A3] answers a thread of another workspace like an unknown one', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const thread = await buildThread(db, workspace.north.checkers[0], claimId);
    await expectForeignIsUnknown(db, workspace, thread, (context, commentId) =>
      replyToComment(context, { commentId, body: 'An answer.', mentions: [] }),
    );
  });
});
