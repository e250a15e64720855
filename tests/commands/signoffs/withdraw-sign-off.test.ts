import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withdrawSignOff } from '@/commands/signoffs/withdraw-sign-off';
import { signOffs, signOffWithdrawals, verdicts } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { hoursIn, objection, say, storedRevision, wakeAt } from '@/tests/support/rounds';
import { buildRevision, dissent } from '@/tests/support/sign';
import { eventsOf, refusalOf } from '@/tests/support/trace';

const reason = 'The second source was withdrawn by its publisher.';

describeOnBothDatabases('withdrawing one’s sign-off', (open) => {
  it('[L19] counts no more, stays with its reason, and its signer may sign again', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const [north, south] = [workspace.north.moderators[0], workspace.south.moderators[0]];
    const made = answerOf(await say(db, workspace, revision, [north, 1]));
    const context = contextFor(db, north, { now: hoursIn(2) });
    expect(answerOf(await withdrawSignOff(context, { revisionId: revision.id, reason }))).toEqual({ state: 'signing' });
    expect(await db.select().from(signOffWithdrawals).where(eq(signOffWithdrawals.signOffId, made.id))).toMatchObject([
      { reason, personId: north.id, partyId: workspace.north.id, at: hoursIn(2) },
    ]);
    expect((await eventsOf(db, workspace.id)).at(-1)).toMatchObject({
      type: 'sign-off.withdrawn',
      facts: { number: 1, decision: 'approve' },
    });
    expect(answerOf(await say(db, workspace, revision, [south, 3])).state).toBe('signing');
    expect(answerOf(await say(db, workspace, revision, [north, 4])).state).toBe('published');
    expect(await db.select().from(signOffs).where(eq(signOffs.revisionId, revision.id)).orderBy(signOffs.position)).toMatchObject(
      [
        { position: 1, seq: 1, personId: north.id },
        { position: 2, seq: 1, personId: south.id },
        { position: 3, seq: 2, personId: north.id },
      ],
    );
  });

  it('[C19] takes no conflict of interest back, which its signer declared with it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const [north] = workspace.north.moderators;
    const aside = { ...dissent, decision: 'recuse', conflict: 'declared' } as const;
    answerOf(await say(db, workspace, revision, [north, 1, aside]));
    answerOf(await withdrawSignOff(contextFor(db, north, { now: hoursIn(2) }), { revisionId: revision.id, reason }));
    expect(await refusalOf(db, workspace.id, () => say(db, workspace, revision, [north, 3]))).toMatchObject({
      code: 'conflict-declared',
      clause: 'C19',
    });
    expect(answerOf(await say(db, workspace, revision, [north, 3, { ...aside, conflict: 'none' }])).state).toBe('signing');
  });

  it('[C29] brings a revision that cools off back to signing, and its cooling-off begins anew', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const revision = await buildRevision(db, workspace);
    const [north, south] = [workspace.north.moderators[0], workspace.south.moderators[0]];
    for (const person of [north, south]) answerOf(await say(db, workspace, revision, [person, 1]));
    const context = contextFor(db, south, { now: hoursIn(24.9) });
    expect(answerOf(await withdrawSignOff(context, { revisionId: revision.id, reason }))).toEqual({ state: 'signing' });
    expect(await wakeAt(db, revision.id, 25)).toEqual({ state: 'signing' });
    expect(await db.$count(verdicts, eq(verdicts.claimId, revision.claimId))).toBe(0);
    expect(answerOf(await say(db, workspace, revision, [south, 30])).state).toBe('cooling-off');
    expect(await storedRevision(db, revision.id)).toMatchObject({ releasesAt: hoursIn(54) });
  });

  it('[C29] begins no cooling-off anew where what is taken back counted for nothing, and that is published on its day', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const revision = await buildRevision(db, workspace);
    const [north, second] = workspace.north.moderators;
    answerOf(await say(db, workspace, revision, [second, 1, { ...dissent, decision: 'abstain' }]));
    for (const person of [north, workspace.south.moderators[0]]) answerOf(await say(db, workspace, revision, [person, 1]));
    const context = contextFor(db, second, { now: hoursIn(24) });
    expect(answerOf(await withdrawSignOff(context, { revisionId: revision.id, reason }))).toEqual({ state: 'cooling-off' });
    expect(await storedRevision(db, revision.id)).toMatchObject({ state: 'cooling-off', releasesAt: hoursIn(25) });
    expect(await wakeAt(db, revision.id, 25)).toEqual({ state: 'published' });
  });

  it('[C25] publishes what nothing but a withdrawn objection held', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const [first, second] = workspace.south.moderators;
    answerOf(await say(db, workspace, revision, [first, 1, objection]));
    for (const person of [second, workspace.north.moderators[0]]) answerOf(await say(db, workspace, revision, [person, 2]));
    const context = contextFor(db, first, { now: hoursIn(3) });
    expect(answerOf(await withdrawSignOff(context, { revisionId: revision.id, reason }))).toMatchObject({ state: 'published' });
  });

  it('[L19] is refused to whoever signed nothing, after the publication, when that is due, and without a reason', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const revision = await buildRevision(db, workspace);
    const [north, south] = [workspace.north.moderators[0], workspace.south.moderators[0]];
    for (const person of [north, south]) answerOf(await say(db, workspace, revision, [person, 1]));
    const asked = (person: typeof north, hours: number, why = reason) =>
      refusalOf(db, workspace.id, () =>
        withdrawSignOff(contextFor(db, person, { now: hoursIn(hours) }), { revisionId: revision.id, reason: why }),
      );
    expect(await asked(workspace.north.moderators[1], 2)).toEqual({ code: 'nothing-signed' });
    expect(await asked(north, 2, 'Too short.')).toMatchObject({ code: 'invalid-input' });
    expect(await asked(north, 25)).toEqual({ code: 'revision-not-open', state: 'cooling-off' });
    await wakeAt(db, revision.id, 25);
    expect(await asked(north, 25)).toEqual({ code: 'revision-not-open', state: 'published' });
    for (const person of [workspace.north.checkers[0], workspace.mission.observers[1], workspace.steward])
      expect(await asked(person, 2)).toMatchObject({ code: 'not-allowed' });
  });
});
