import { expect, it } from 'vitest';
import { waiveReply } from '@/commands/reply/waive-reply';
import { previewRevision } from '@/commands/revisions/preview-revision';
import { answerOf, buildOpenClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';

const reason = 'The words are on a wall, and nobody is known to have written them.';

describeOnBothDatabases('waiving the reply', (open) => {
  it('[C18] [RR4] counts when every signing party has said why', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const said = async () => {
      const preview = answerOf(await previewRevision(contextFor(db, north.checkers[0]), { claimId }));
      return preview.findings.find(({ clause }) => clause === 'C18')?.code;
    };
    answerOf(await waiveReply(contextFor(db, north.moderators[0]), { claimId, reason }));
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'reply.waived',
      facts: { party: 'Northern desk', reason },
    });
    expect(await said()).toBe('reply-not-waived-by-all');
    const again = () => waiveReply(contextFor(db, north.moderators[1]), { claimId, reason });
    expect(await refusalOf(db, workspace.id, again)).toEqual({ code: 'reply-waived-already' });
    answerOf(await waiveReply(contextFor(db, south.moderators[0]), { claimId, reason }));
    expect(await said()).toBe('reply-waived');
  });

  it('[A2] [A3] [RR4] refuses a checker, a short reason, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildOpenClaim(db, workspace);
    const asChecker = () => waiveReply(contextFor(db, workspace.north.checkers[0]), { claimId: id, reason });
    expect((await refusalOf(db, workspace.id, asChecker)).code).toBe('not-allowed');
    const short = () => waiveReply(contextFor(db, workspace.north.moderators[0]), { claimId: id, reason: 'Nobody is known.' });
    expect((await refusalOf(db, workspace.id, short)).code).toBe('invalid-input');
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) => waiveReply(context, { claimId, reason }));
  });
});
