import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { advanceCharter } from '@/commands/charter/advance-charter';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { withTransaction } from '@/commands/command';
import { removeMember } from '@/commands/membership/remove-member';
import { peopleAt } from '@/commands/notifications/people-at';
import { tell } from '@/commands/notifications/tell';
import { endRetraction } from '@/commands/retractions/end-retraction';
import { holdPublication } from '@/commands/revisions/hold-publication';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import { withdrawSignOff } from '@/commands/signoffs/withdraw-sign-off';
import type { Db } from '@/db/handle';
import { toldNotifications } from '@/db/queries/desk/told-notifications';
import { notifications } from '@/db/schema';
import { ok, refuse } from '@/domain/result';
import { advance, amendmentChoices, buildAmendment, daysAfterNoon, ratifyByBoth } from '@/tests/commands/charter/amend';
import { leave } from '@/tests/commands/charter/leave';
import {
  actorFor,
  answerOf,
  buildOpenClaim,
  buildWorkspace,
  contextFor,
  contextOf,
  type Person,
  type Workspace,
  writeRecord,
} from '@/tests/support/build';
import { buildChallenge, buildVerdict } from '@/tests/support/challenge';
import { choicesOfParties, proposing, sameParties } from '@/tests/support/charter-draft';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRetraction } from '@/tests/support/retraction';
import { hoursIn, objection, say, wakeAt } from '@/tests/support/rounds';
import { buildRevision, dissent, propose, sign } from '@/tests/support/sign';
import { eventsOf, lastEventOf } from '@/tests/support/trace';

const told = async (db: Db, person: Person) =>
  (await toldNotifications({ member: actorFor(person), before: undefined }, db)).items;

/** All that is stored for a person, oldest first: what the page leaves out is for the mail. */
const rowsOf = (db: Db, { id }: Person) =>
  db.select().from(notifications).where(eq(notifications.personId, id)).orderBy(asc(notifications.seq));

/** Who is told of a step of a revision now. */
const peopleOfStep = async (db: Db, { id: workspaceId }: Workspace) =>
  answerOf(
    await withTransaction(contextOf(db, { kind: 'system' }), async (tx) =>
      ok(await peopleAt(tx, { workspaceId, who: 'signing-moderators' })),
    ),
  );

const at = (db: Db, person: Person, hours: number) => contextFor(db, person, { now: hoursIn(hours) });

describeOnBothDatabases('telling people', (open) => {
  it('[K9] tells whom a published verdict, a challenge and a dissent concern, with numbers alone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission } = workspace;
    const verdict = await buildVerdict(db, workspace);
    const published = { kind: 'published', claimId: verdict.claimId, facts: { revision: 1 }, by: null, words: null };
    for (const person of [north.checkers[1], south.moderators[1], mission.observers[0]])
      expect(await told(db, person)).toMatchObject([published]);
    const { number } = await buildChallenge(db, workspace, verdict.slug);
    const received = { kind: 'challenge-received', facts: { challenge: number, until: expect.any(String) }, by: null };
    expect(await told(db, south.moderators[1])).toMatchObject([received, published]);
    expect(await told(db, mission.observers[0])).toHaveLength(1);

    const revision = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision, dissent));
    const by = { partyId: south.id };
    const returned = { kind: 'revision-returned', claimId: revision.claimId, facts: { revision: 1 }, by, words: null };
    for (const person of [north.checkers[0], north.moderators[0], south.moderators[1]])
      expect((await told(db, person))[0]).toMatchObject(returned);
    expect((await told(db, south.moderators[0]))[0]).toMatchObject(received);
  });

  it('[K9] [C25] [C29] [C31] tells the moderators of each step of a revision, with numbers, names and times alone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const { north, south, mission } = workspace;
    const [nadia, nour] = north.moderators;
    const [sami, selma] = south.moderators;
    const secret = 'Juniper';
    const reason = `${secret}: the second source speaks of an agenda and of no ceasefire at all.`;
    const revision = await buildRevision(db, workspace);
    answerOf(await say(db, workspace, revision, [sami, 1, { ...objection, reason }]));
    await wakeAt(db, revision.id, 108);
    answerOf(await say(db, workspace, revision, [nadia, 109]));
    await wakeAt(db, revision.id, 216);
    answerOf(await withdrawSignOff(at(db, sami, 217), { revisionId: revision.id, reason }));
    answerOf(await say(db, workspace, revision, [sami, 218]));
    answerOf(await holdPublication(at(db, nour, 219), { revisionId: revision.id, hours: 10, reason }));
    await wakeAt(db, revision.id, 500);
    const north1 = { byParty: north.id };
    const south1 = { byParty: south.id };
    const facts = { revision: 1 };
    const until = (hours: number) => ({ ...facts, until: hoursIn(hours).toISOString() });
    const clock = { byParty: null };
    const toNadia = [
      { kind: 'revision-proposed', facts: until(168), ...north1 },
      { kind: 'clock-held', facts: until(216), ...south1 },
      { kind: 'sign-off-reminder', facts: until(216), ...clock },
      { kind: 'deadline-passed', facts: until(312), ...clock },
      { kind: 'sign-off-withdrawn', facts, ...south1 },
      { kind: 'cooling-off', facts: { ...until(242), outcome: 'joint' }, ...clock },
      { kind: 'hold', facts: until(252), ...north1 },
      { kind: 'published', facts: { ...facts, outcome: 'joint' }, ...clock },
    ];
    expect(await rowsOf(db, nadia)).toMatchObject(toNadia);
    // Who has signed or held it up needs no telling of that, and who has objected is reminded of nothing.
    expect((await rowsOf(db, sami)).map(({ kind }) => kind)).toEqual([
      ...['revision-proposed', 'deadline-passed', 'cooling-off', 'hold', 'published'],
    ]);
    expect((await rowsOf(db, nour)).map(({ kind }) => kind)).not.toContain('hold');
    expect((await rowsOf(db, selma)).map(({ kind }) => kind)).toContain('sign-off-reminder');
    for (const person of [north.checkers[0], mission.observers[0]])
      expect((await rowsOf(db, person)).map(({ kind }) => kind)).toEqual(['published']);
    // In the page the two that are asked anew are not shown (SPEC K9).
    expect((await told(db, nadia)).map(({ kind }) => kind)).toEqual(
      toNadia
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'revision-proposed' && kind !== 'sign-off-reminder')
        .reverse(),
    );
    const all = await db.select().from(notifications).where(eq(notifications.workspaceId, workspace.id));
    expect(all.length).toBeGreaterThan(20);
    expect(JSON.stringify(all)).not.toContain(secret);
  });

  it('[K9] [C27] tells of a revision that expired, and reminds nobody who cannot sign', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace, north.moderators[0]);
    for (const hours of [90, 160, 1000]) await wakeAt(db, revision.id, hours);
    const kinds = ['sign-off-reminder', 'sign-off-reminder', 'revision-expired'];
    expect((await rowsOf(db, north.moderators[0])).map(({ kind }) => kind)).toEqual(['revision-expired']);
    for (const person of [north.moderators[1], ...south.moderators])
      expect((await rowsOf(db, person)).map(({ kind }) => kind)).toEqual(['revision-proposed', ...kinds]);
  });

  it('[K9] [C38] tells who ratifies an amendment, and everybody when it is in force', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { noticeDays: 7 } });
    const { north, south, mission } = workspace;
    const next = await buildAmendment(db, workspace, { minSources: 3 });
    const proposed = { kind: 'charter-proposed', facts: { charter: 2 } };
    expect(await told(db, south.moderators[1])).toMatchObject([{ ...proposed, by: { partyId: north.id }, claimId: null }]);
    expect(await told(db, south.checkers[0])).toEqual([]);
    await ratifyByBoth(db, workspace, next);
    expect(await told(db, south.moderators[1])).toHaveLength(1);
    const system = contextOf(db, { kind: 'system' }, { now: daysAfterNoon(7) });
    answerOf(await advanceCharter(system, { charterId: next.id }));
    const inForce = { kind: 'charter-in-force', facts: { charter: 2 }, by: null };
    expect(await told(db, south.moderators[1])).toMatchObject([inForce, proposed]);
    for (const person of [south.checkers[0], mission.observers[0]]) expect(await told(db, person)).toMatchObject([inForce]);
  });

  it('[K9] [H7] tells a party that an amendment made signing of what is proposed from then on', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { noticeDays: 7 } });
    const { north, south, mission } = workspace;
    const by = north.moderators[0];
    const joined = choicesOfParties([{ id: mission.id, standing: 'signing' }]);
    const next = answerOf(await (await proposing(db, by, { ...amendmentChoices(), ...sameParties(workspace), ...joined }))());
    await ratifyByBoth(db, workspace, next);
    const [observer] = mission.observers;
    answerOf(await ratifyCharter(contextFor(db, observer), { sha256: next.sha256 }));
    answerOf(await advance(db, next.id, daysAfterNoon(7)));
    const before = await peopleOfStep(db, workspace);
    expect(before).toContain(observer.id);
    expect(before).toEqual(expect.arrayContaining([...north.moderators, ...south.moderators].map(({ id }) => id)));
    expect(before).not.toContain(north.checkers[0].id);
  });

  it('[K9] [H6] [C33] reminds nobody of a correction in substance of their own work', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const { claimId, ...first } = await buildRevision(db, workspace, north.moderators[0]);
    for (const person of [south.moderators[0], north.moderators[1]])
      answerOf(await sign(contextFor(db, person), workspace, first));
    await writeRecord(db, south.checkers[0], claimId, { fields: { rating: 'unprovable' } });
    const next = answerOf(await propose(contextFor(db, south.checkers[0]), claimId));
    await wakeAt(db, next.id, 90);
    const reminded = async (person: Person) => (await rowsOf(db, person)).some(({ kind }) => kind === 'sign-off-reminder');
    const asked = [...north.moderators, ...south.moderators];
    expect(await Promise.all(asked.map(reminded))).toEqual([false, true, true, true]);
  });

  it('[K9] tells the moderators and the proposer of what is taken back: a revision, by its party or by one that leaves, and a proposal to retract', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission } = workspace;
    const [nadia, nour] = north.moderators;
    const verdict = await buildVerdict(db, workspace);
    const last = async (person: Person) => (await told(db, person))[0];
    const reason = 'A source turned out to be about another year.';

    const first = await buildRevision(db, workspace);
    answerOf(await withdrawRevision(contextFor(db, nadia), { revisionId: first.id, reason }));
    const withdrawn = { kind: 'revision-withdrawn', claimId: first.claimId, facts: { revision: 1 }, words: null };
    for (const person of [nour, north.checkers[0], ...south.moderators])
      expect(await last(person)).toMatchObject({ ...withdrawn, by: { partyId: north.id } });
    for (const person of [nadia, north.checkers[1], mission.observers[0]])
      expect((await rowsOf(db, person)).map(({ kind }) => kind)).not.toContain('revision-withdrawn');

    const { id: retractionId } = await buildRetraction(db, workspace, verdict.revisionId);
    answerOf(await endRetraction(contextFor(db, south.moderators[0]), { retractionId, reason }));
    const ended = { kind: 'retraction-ended', claimId: verdict.claimId, facts: { revision: 1 }, by: { partyId: south.id } };
    for (const person of [nadia, nour, north.checkers[0], south.moderators[1]]) expect(await last(person)).toMatchObject(ended);
    expect(await last(south.moderators[0])).toMatchObject({ kind: 'retraction-proposed' });

    const second = await buildRevision(db, workspace);
    await leave(db, south);
    for (const person of [nadia, nour, north.checkers[0]])
      expect(await last(person)).toMatchObject({ ...withdrawn, claimId: second.claimId, by: { partyId: south.id } });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'party.left' });
    const types = (await eventsOf(db, workspace.id)).map(({ type }) => type);
    expect(types.filter((type) => type === 'revision.withdrawn')).toHaveLength(2);
    expect(types).not.toContain('revision.returned');
  });

  it('[K9] leaves out who did it and who has no seat, and is taken back with a refusal', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north } = workspace;
    const [host] = north.moderators;
    const [gone, here] = north.checkers;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    answerOf(await removeMember(contextFor(db, host), { personId: gone.id }));
    const context = contextOf(db, { kind: 'system' });
    const by = {
      ...actorFor(host),
      party: { id: north.id, name: north.name, letter: 'N', position: 1, standing: north.standing },
    };
    const telling = {
      kind: 'claim-given',
      workspaceId: workspace.id,
      claimId,
      by,
      to: [gone.id, here.id, here.id, host.id],
    } as const;
    await withTransaction(context, async (tx) => {
      await tell(tx, context, telling);
      return refuse({ code: 'not-found' });
    });
    expect(await told(db, here)).toEqual([]);
    await withTransaction(context, async (tx) => ok(await tell(tx, context, telling)));
    expect([await told(db, here), await told(db, gone), await told(db, host)].map(({ length }) => length)).toEqual([1, 0, 0]);
  });
});
