import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import { beginSignOff } from '@/commands/signoffs/begin-sign-off';
import { signOffNonces, signOffs } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { signOffChallenge } from '@/domain/record/sign-off-challenge';
import { readStatement } from '@/domain/record/sign-off-statement';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { approval, buildRevision, dissent } from '@/tests/support/sign';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('beginning a sign-off', (open) => {
  it('[R7] [R13] makes the statement of a whole position with a nonce of its own, keeps it and answers its bytes, for ten minutes', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const { id: revisionId, number } = revision;
    const [moderator] = workspace.south.moderators;
    const position = approval(workspace, revision, dissent);
    const first = answerOf(await beginSignOff(contextFor(db, moderator), position));
    const { nonce, statement, sha256, challenge } = first;
    expect(first).toMatchObject({ nonce: expect.stringMatching(/^[0-9a-f]{64}$/), expiresAt: '2026-03-02T12:10:00.000Z' });
    const bytes = new TextEncoder().encode(statement);
    const { recordSha256, charterSha256, decision, reason, cites, conflict } = position;
    const said = { recordSha256, charterSha256, decision, reason, cites, conflict, nonce };
    expect(readStatement(bytes)).toEqual({
      ...{ v: 3, type: 'sign-off', workspace: workspace.id, claim: revision.claimId, revision: revisionId },
      ...{ party: workspace.south.id, member: moderator.id, ...said },
    });
    expect([sha256, challenge]).toEqual([digestOf(bytes), signOffChallenge(bytes)]);
    const [stored] = await db.select().from(signOffNonces).where(eq(signOffNonces.nonce, nonce));
    expect(stored).toMatchObject({ revisionId, personId: moderator.id, usedAt: null });
    expect(stored?.statement).toEqual(bytes);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'sign-off.begun',
      subjectId: revisionId,
      facts: { number },
    });
    expect(answerOf(await beginSignOff(contextFor(db, moderator), position)).nonce).not.toBe(nonce);
    expect(await db.select().from(signOffs).where(eq(signOffs.revisionId, revisionId))).toEqual([]);
  });

  it('[A2] [A3] [L2] refuses a revision that is not in signing, who may not sign, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const { id: revisionId } = revision;
    const position = approval(workspace, revision);
    await expectOnlyEditors(db, workspace, (context) => beginSignOff(context, position), 'party-not-of-charter');
    const checker = () => beginSignOff(contextFor(db, workspace.south.checkers[0]), position);
    expect(await refusalOf(db, workspace.id, checker)).toEqual({ code: 'not-allowed', permission: 'revision.sign' });
    await expectForeignIsUnknown(db, workspace, revisionId, (context, id) =>
      beginSignOff(context, { ...position, revisionId: id }),
    );
    const reason = 'A source turned out to be about another year.';
    answerOf(await withdrawRevision(contextFor(db, workspace.north.checkers[0]), { revisionId, reason }));
    const late = () => beginSignOff(contextFor(db, workspace.south.moderators[0]), position);
    expect(await refusalOf(db, workspace.id, late)).toEqual({ code: 'revision-not-open', state: 'withdrawn' });
  });
});
