import { expect, it } from 'vitest';
import { holdPublication } from '@/commands/revisions/hold-publication';
import { revisionHolds } from '@/db/schema';
import { newId } from '@/platform/new-id';
import { answerOf, buildWorkspace, contextFor, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { hoursIn, say, storedRevision, wakeAt } from '@/tests/support/rounds';
import { buildRevision } from '@/tests/support/sign';
import { eventsOf, refusalOf } from '@/tests/support/trace';

const reason = 'A witness who is named in it has to leave the town first.';

describeOnBothDatabases('holding a publication up', (open) => {
  it('[C31] moves the release by its hours, once for each party, with a reason that stays', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24, safetyHoldHours: 72 } });
    const revision = await buildRevision(db, workspace);
    const [north, south] = [workspace.north.moderators[0], workspace.south.moderators[0]];
    const hold = (person: Person, hours: number, held = 48) =>
      holdPublication(contextFor(db, person, { now: hoursIn(hours) }), { revisionId: revision.id, reason, hours: held });
    const refused = (...asked: Parameters<typeof hold>) => refusalOf(db, workspace.id, () => hold(...asked));
    expect(await refused(north, 0)).toEqual({ code: 'revision-not-open', state: 'signing' });
    for (const person of [north, south]) answerOf(await say(db, workspace, revision, [person, 0]));
    expect(await refused(north, 1, 73)).toEqual({ code: 'hold-too-long', clause: 'C31', limit: 72 });
    expect(answerOf(await hold(north, 1))).toEqual({ releasesAt: hoursIn(72).toISOString() });
    expect((await eventsOf(db, workspace.id)).at(-1)).toMatchObject({
      ...{ type: 'revision.held', facts: { number: 1, hours: 48, reason } },
    });
    expect(await refused(workspace.north.moderators[1], 2)).toEqual({ code: 'already-held', clause: 'C31' });
    expect(await wakeAt(db, revision.id, 24)).toEqual({ state: 'cooling-off' });
    answerOf(await hold(south, 30, 10));
    expect((await storedRevision(db, revision.id)).releasesAt).toEqual(hoursIn(82));
    expect(await wakeAt(db, revision.id, 81.9)).toEqual({ state: 'cooling-off' });
    expect(await wakeAt(db, revision.id, 82)).toEqual({ state: 'published' });
    expect(await refused(south, 83)).toEqual({ code: 'revision-not-open', state: 'published' });
  });

  it('[C31] is nobody’s but a moderator’s of a signing party, of this desk', async () => {
    const db = await open();
    const [workspace, other] = [await buildWorkspace(db, { parameters: { coolingOffHours: 24 } }), await buildWorkspace(db)];
    const revision = await buildRevision(db, workspace);
    for (const desk of [workspace.north, workspace.south]) answerOf(await say(db, workspace, revision, [desk.moderators[0], 0]));
    const asked = (person: Person) =>
      refusalOf(db, workspace.id, () => holdPublication(contextFor(db, person), { revisionId: revision.id, reason, hours: 1 }));
    for (const person of [workspace.north.checkers[0], workspace.steward])
      expect(await asked(person)).toMatchObject({ code: 'not-allowed' });
    expect(await asked(other.north.moderators[0])).toEqual({ code: 'not-found' });
    // A party that the charter of this revision does not ask, whether it observes or signs by now (SPEC A11).
    const [observer] = workspace.mission.observers;
    const since = { ...observer, role: 'moderator', party: { ...observer.party, standing: 'signing' } } as Person;
    for (const person of [observer, since]) expect(await asked(person)).toEqual({ code: 'not-your-party' });
    // Nor does the database take one of a party that the revision's charter does not ask.
    const hold = { workspaceId: workspace.id, revisionId: revision.id, reason, hours: 1, at: hoursIn(1) };
    const holding = (partyId: string, personId: string) =>
      db.insert(revisionHolds).values({ id: newId(), ...hold, partyId, personId });
    await expect(holding(workspace.mission.id, workspace.mission.observers[0].id)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('while it cools off') },
    });
    await holding(workspace.north.id, workspace.north.moderators[0].id);
  });
});
