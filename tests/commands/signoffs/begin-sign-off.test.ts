import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import { beginSignOff } from '@/commands/signoffs/begin-sign-off';
import { signOffNonces } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision } from '@/tests/support/sign';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('beginning a sign-off', (open) => {
  it('[R7] gives a nonce for this person and this revision that lasts ten minutes, another one each time', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: revisionId, number } = await buildRevision(db, workspace);
    const [moderator] = workspace.south.moderators;
    const first = answerOf(await beginSignOff(contextFor(db, moderator), { revisionId }));
    expect(first).toEqual({ nonce: expect.stringMatching(/^[0-9a-f]{64}$/), expiresAt: '2026-03-02T12:10:00.000Z' });
    const [stored] = await db.select().from(signOffNonces).where(eq(signOffNonces.nonce, first.nonce));
    expect(stored).toMatchObject({ revisionId, personId: moderator.id, usedAt: null });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'sign-off.begun',
      subjectId: revisionId,
      facts: { number },
    });
    expect(answerOf(await beginSignOff(contextFor(db, moderator), { revisionId })).nonce).not.toBe(first.nonce);
  });

  it('[A2] [A3] [L2] refuses a revision that is not in signing, who may not sign, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: revisionId } = await buildRevision(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => beginSignOff(context, { revisionId }));
    const checker = () => beginSignOff(contextFor(db, workspace.south.checkers[0]), { revisionId });
    expect(await refusalOf(db, workspace.id, checker)).toEqual({ code: 'not-allowed', permission: 'revision.sign' });
    await expectForeignIsUnknown(db, workspace, revisionId, (context, id) => beginSignOff(context, { revisionId: id }));
    const reason = 'A source turned out to be about another year.';
    answerOf(await withdrawRevision(contextFor(db, workspace.north.checkers[0]), { revisionId, reason }));
    const late = () => beginSignOff(contextFor(db, workspace.south.moderators[0]), { revisionId });
    expect(await refusalOf(db, workspace.id, late)).toEqual({ code: 'revision-not-open', state: 'withdrawn' });
  });
});
