import { expect, it } from 'vitest';
import { contestReply } from '@/commands/reply/contest-reply';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { propose } from '@/tests/support/sign';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildReply, claimOfReply } from './build-reply';

const reason = 'The letter bears no name, and the office says that it sent none.';

describeOnBothDatabases('contesting a reply', (open) => {
  it('[C18] [RR3] takes it out of the way, with a reason that every member reads', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const replyId = await buildReply(db, workspace);
    const contesting = (why: string) => contestReply(contextFor(db, south.moderators[0]), { replyId, reason: why });
    expect((await refusalOf(db, workspace.id, () => contesting('Invented.'))).code).toBe('invalid-input');
    answerOf(await contesting(reason));
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'reply.contested',
      facts: { party: 'Southern desk', reason },
    });
    expect(await refusalOf(db, workspace.id, () => contesting(reason))).toEqual({ code: 'reply-decided', state: 'contested' });
    expect((await propose(contextFor(db, north.checkers[0]), await claimOfReply(db, replyId))).ok).toBe(true);
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const replyId = await buildReply(db, workspace);
    const own = () => contestReply(contextFor(db, workspace.north.checkers[1]), { replyId, reason });
    expect(await refusalOf(db, workspace.id, own)).toEqual({ code: 'own-reply' });
    await expectForeignIsUnknown(db, workspace, replyId, (context, id) => contestReply(context, { replyId: id, reason }));
    await expectOnlyEditors(db, workspace, (context) => contestReply(context, { replyId, reason }));
  });
});
