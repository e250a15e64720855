import { expect, it } from 'vitest';
import { confirmReply } from '@/commands/reply/confirm-reply';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildReply } from './build-reply';

describeOnBothDatabases('confirming a reply', (open) => {
  it('[RR3] is another party’s word, given once: no side invents a reply', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const replyId = await buildReply(db, workspace);
    const own = () => confirmReply(contextFor(db, north.moderators[0]), { replyId });
    expect(await refusalOf(db, workspace.id, own)).toEqual({ code: 'own-reply' });
    const confirming = () => confirmReply(contextFor(db, south.checkers[0]), { replyId });
    expect(answerOf(await confirming())).toEqual({ state: 'confirmed' });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'reply.confirmed', facts: { party: 'Southern desk' } });
    expect(await refusalOf(db, workspace.id, confirming)).toEqual({ code: 'reply-decided', state: 'confirmed' });
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const replyId = await buildReply(db, workspace);
    await expectForeignIsUnknown(db, workspace, replyId, (context, id) => confirmReply(context, { replyId: id }));
    await expectOnlyEditors(db, workspace, (context) => confirmReply(context, { replyId }));
  });
});
