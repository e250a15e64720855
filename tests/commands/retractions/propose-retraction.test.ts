import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { proposeRetraction } from '@/commands/retractions/propose-retraction';
import { notifications, retractions } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, noon, type Person } from '@/tests/support/build';
import { buildChallenge, buildVerdict } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRetraction, retractionReason as reason, retract } from '@/tests/support/retraction';
import { buildRevision } from '@/tests/support/sign';
import { eventsOf, expectForeignIsUnknown, expectOnlyEditors, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('proposing to retract a verdict', (open) => {
  it('[C35] [RT1] changes nothing but that it waits, and tells the moderators who may sign it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId, claimId } = await buildVerdict(db, workspace);
    const { id } = await buildRetraction(db, workspace, revisionId);
    const [row] = await db.select().from(retractions).where(eq(retractions.id, id));
    expect(row).toMatchObject({
      state: 'proposed',
      claimId,
      revisionId,
      reason,
      proposedAt: noon,
      position: null,
      endedAt: null,
    });
    expect((await eventsOf(db, workspace.id)).at(-1)).toMatchObject({
      ...{ type: 'retraction.proposed', subjectId: revisionId, facts: { number: 1 } },
    });
    const told = await db.select().from(notifications).where(eq(notifications.kind, 'retraction-proposed'));
    const moderators = [...workspace.north.moderators, ...workspace.south.moderators].map((person) => person.id);
    expect(
      told
        .filter(({ workspaceId }) => workspaceId === workspace.id)
        .map(({ personId }) => personId)
        .sort(),
    ).toEqual(moderators.sort());
  });

  it('[C35] [RT1] is refused while one waits, of what is not published, with a short reason, and for a challenge that was not accepted', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId, slug } = await buildVerdict(db, workspace);
    const context = contextFor(db, workspace.south.checkers[0]);
    const refused = (input: Record<string, unknown>) =>
      refusalOf(db, workspace.id, () => proposeRetraction(context, { revisionId, reason, ...input }));
    const challenge = await buildChallenge(db, workspace, slug);
    expect(await refused({ challengeId: challenge.id })).toEqual({ code: 'challenge-not-accepted', clause: 'C35' });
    expect(await refused({ reason: 'It was forged, so they say.' })).toMatchObject({
      ...{ code: 'invalid-input', issues: [{ field: 'reason', code: 'too-short', min: 40 }] },
    });
    const unpublished = await buildRevision(db, workspace);
    expect(await refused({ revisionId: unpublished.id })).toEqual({ code: 'revision-not-open', state: 'signing' });
    await buildRetraction(db, workspace, revisionId);
    expect(await refused({})).toEqual({ code: 'retraction-open', clause: 'C35' });
    const other = await buildVerdict(db, workspace);
    await retract(db, workspace, other.revisionId);
    expect(await refused({ revisionId: other.revisionId })).toEqual({ code: 'revision-not-open', state: 'retracted' });
  });

  it('[C35] [A1] [A3] is an editor’s of a signing party, in their own workspace: no steward and no observer takes a verdict back', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId } = await buildVerdict(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => proposeRetraction(context, { revisionId, reason }));
    await expectForeignIsUnknown(db, workspace, revisionId, (context, id) =>
      proposeRetraction(context, { revisionId: id, reason }),
    );
    // A party that signs by now, but not under the charter of this verdict.
    const [observer] = workspace.mission.observers;
    const since = { ...observer, party: { ...observer.party, standing: 'signing' } } as Person;
    const foreign = () => proposeRetraction(contextFor(db, since), { revisionId, reason });
    expect(await refusalOf(db, workspace.id, foreign)).toEqual({ code: 'not-your-party' });
    expect(
      answerOf(await proposeRetraction(contextFor(db, workspace.north.checkers[0]), { revisionId, reason })).id,
    ).toBeTruthy();
  });
});
