import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { acknowledgeChallenge } from '@/commands/challenges/acknowledge-challenge';
import { challenges, outbox } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { buildChallenge, buildVerdict } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('acknowledging a challenge', (open) => {
  it('[C32] is a member’s act: once, for a party, with a mail to whoever left an address', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { slug } = await buildVerdict(db, workspace);
    const { id } = await buildChallenge(db, workspace, slug, { email: 'reader@example.org' });
    await expectOnlyEditors(db, workspace, (context) => acknowledgeChallenge(context, { challengeId: id }));
    await expectForeignIsUnknown(db, workspace, id, (context, challengeId) => acknowledgeChallenge(context, { challengeId }));
    const checker = contextFor(db, workspace.south.checkers[0]);
    expect(answerOf(await acknowledgeChallenge(checker, { challengeId: id }))).toEqual({ state: 'acknowledged' });
    const [row] = await db.select().from(challenges).where(eq(challenges.id, id));
    expect(row).toMatchObject({ state: 'acknowledged', acknowledgedAt: noon, acknowledgedByParty: workspace.south.id });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'challenge.acknowledged', facts: { number: 1 } });
    const mails = await db.select({ kind: outbox.kind }).from(outbox).where(eq(outbox.subjectId, id));
    expect(mails.map(({ kind }) => kind).sort()).toEqual(['challenge-acknowledged', 'challenge-receipt']);
    const again = await refusalOf(db, workspace.id, () => acknowledgeChallenge(checker, { challengeId: id }));
    expect(again).toEqual({ code: 'challenge-not-open', state: 'acknowledged' });
  });
});
