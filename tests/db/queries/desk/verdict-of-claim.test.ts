import { expect, it } from 'vitest';
import { verdictOfClaim } from '@/db/queries/desk/verdict-of-claim';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { buildVerdict } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { retract } from '@/tests/support/retraction';
import { hoursIn, objection, say, wakeAt } from '@/tests/support/rounds';
import { buildRevision, sign } from '@/tests/support/sign';

describeOnBothDatabases('the verdict that a page of the desk decides about', (open) => {
  it('[C35] is the last one that was published, with its finding, also when it was retracted', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { claimId, revisionId, slug } = await buildVerdict(db, workspace);
    const verdict = await verdictOfClaim({ claimId }, db);
    expect(verdict).toMatchObject({ slug, language: 'en', question: expect.stringMatching(/\?$/) });
    expect(verdict?.found).toEqual({ rating: expect.any(String), finding: expect.any(String) });
    await retract(db, workspace, revisionId);
    expect(await verdictOfClaim({ claimId }, db)).toEqual(verdict);
  });

  it('[O2] is none before a publication, and has neither rating nor finding where none was adopted', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    expect(await verdictOfClaim({ claimId: revision.claimId }, db)).toBeUndefined();
    answerOf(await sign(contextFor(db, north.moderators[0], { now: hoursIn(1) }), workspace, revision));
    answerOf(await say(db, workspace, revision, [south.moderators[0], 2, objection]));
    await wakeAt(db, revision.id, 2000);
    expect(await verdictOfClaim({ claimId: revision.claimId }, db)).toMatchObject({ found: undefined });
  });
});
