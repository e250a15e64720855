import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { lifeOfRevision } from '@/commands/revisions/life-of-revision';
import { withdrawSignOff } from '@/commands/signoffs/withdraw-sign-off';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { signOffs } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { hoursIn, say, storedRevision } from '@/tests/support/rounds';
import { buildRevision } from '@/tests/support/sign';

describeOnBothDatabases('a stored revision as the rules see it', (open) => {
  it('[L18] [L19] counts what stands, and from the last word that was given or taken back', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const life = async () => {
      const row = await storedRevision(db, revision.id);
      return lifeOfRevision(row, await signingOfRevision(row, db));
    };
    expect(await life()).toMatchObject({ state: 'signing', round: 1, changedAt: hoursIn(0), signOffs: [] });
    const [moderator] = workspace.north.moderators;
    answerOf(await say(db, workspace, revision, [moderator, 1]));
    expect(await life()).toMatchObject({ changedAt: hoursIn(1), signOffs: [{ personId: moderator.id, decision: 'approve' }] });
    const reason = 'The second source was withdrawn by its publisher.';
    answerOf(await withdrawSignOff(contextFor(db, moderator, { now: hoursIn(2) }), { revisionId: revision.id, reason }));
    expect(await life()).toMatchObject({ changedAt: hoursIn(2), signOffs: [] });
    expect(await db.$count(signOffs, eq(signOffs.revisionId, revision.id))).toBe(1);
  });
});
