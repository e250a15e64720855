import { expect, it } from 'vitest';
import { acknowledgeChallenge } from '@/commands/challenges/acknowledge-challenge';
import { holdPublication } from '@/commands/revisions/hold-publication';
import type { Db } from '@/db/handle';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { listReader } from '@/db/queries/desk/list-reader';
import { movesToAgree } from '@/db/queries/desk/moves-to-agree';
import { openRetractions } from '@/db/queries/desk/open-retractions';
import { openWords } from '@/db/queries/desk/open-words';
import { reviewsOfDesk } from '@/db/queries/desk/reviews-of-desk';
import { amend } from '@/tests/commands/charter/amend';
import { attest } from '@/tests/support/attest';
import { actorFor, answerOf, buildWorkspace, contextFor, noon, type Person, type Workspace } from '@/tests/support/build';
import { buildChallenge, buildVerdict } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { tasksFor } from '@/tests/support/list-reader';
import { buildRetraction, countersign } from '@/tests/support/retraction';
import { hoursIn, objection, say, storedRevision } from '@/tests/support/rounds';
import { buildRevision, buildSignable, sign } from '@/tests/support/sign';

async function reviewsOf(db: Db, { id }: Workspace, [person, hours]: [Person, number]) {
  const [now, member] = [hoursIn(hours), actorFor(person)];
  const workspace = await deskWorkspace({ workspaceId: id }, db);
  return reviewsOfDesk({ reader: await listReader({ member, workspace, now }, db), now }, db);
}

describeOnBothDatabases('what is to be reviewed at a desk', (open) => {
  it('[D10] is asked of who can sign it, then of their party, and runs to the moment that its clock gives', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const { north, south, mission } = workspace;
    const [joint, objected, fresh] = [
      await buildRevision(db, workspace),
      await buildRevision(db, workspace),
      await buildRevision(db, workspace, south.moderators[0]),
    ];
    for (const desk of [north, south]) answerOf(await say(db, workspace, joint, [desk.moderators[0], 1]));
    answerOf(await say(db, workspace, objected, [south.moderators[0], 2, objection]));
    const reason = 'A witness who is named in it has to leave the town first.';
    const holding = contextFor(db, north.moderators[1], { now: hoursIn(3) });
    answerOf(await holdPublication(holding, { revisionId: joint.id, hours: 10, reason }));

    const asked = async (person: Person, hours = 4) => {
      const reviews = await reviewsOf(db, workspace, [person, hours]);
      return Object.fromEntries(reviews.map(({ id, ask }) => [id, ask]));
    };
    expect(await asked(north.moderators[0])).toEqual({ [joint.id]: 'cooling-off', [objected.id]: 'sign', [fresh.id]: 'sign' });
    const shown = await reviewsOf(db, workspace, [mission.observers[0], 4]);
    // Whose consent is asked stands in the charter that binds each, whatever a party's standing is (H7).
    expect(shown.map(({ asked: parties }) => parties)).toEqual(shown.map(() => [north.id, south.id]));
    // Who proposed it, or has signed, does not sign; another moderator of the party does.
    expect(await asked(south.moderators[0])).toMatchObject({ [objected.id]: 'party', [fresh.id]: 'party' });
    expect(await asked(south.moderators[1])).toMatchObject({ [objected.id]: 'sign', [fresh.id]: 'sign' });
    expect(await asked(north.checkers[0])).toMatchObject({ [fresh.id]: 'party' });
    // Who observes may attest each of them before it is published, once for the party, also while it cools off.
    answerOf(await attest(contextFor(db, mission.observers[1], { now: hoursIn(4) }), workspace, fresh));
    expect(await asked(mission.observers[0])).toEqual({ [joint.id]: 'attest', [objected.id]: 'attest', [fresh.id]: 'others' });

    const signers = async (person: Person) => {
      const reviews = await reviewsOf(db, workspace, [person, 4]);
      return reviews.find(({ id }) => id === fresh.id)?.signers;
    };
    expect(await signers(south.checkers[0])).toEqual([south.moderators[1].name]);
    expect(await signers(north.checkers[0])).toEqual(north.moderators.map(({ name }) => name).sort());
    expect(await signers(mission.observers[0])).toEqual([]);

    const [first, second, third] = await reviewsOf(db, workspace, [north.moderators[0], 4]);
    expect(first).toMatchObject({
      ...{ id: joint.id, outcome: 'joint', heldBy: [north.id], missing: [], until: { kind: 'release', at: hoursIn(35) } },
    });
    expect(second).toMatchObject({ id: fresh.id, until: { kind: 'deadline', at: hoursIn(168) }, missing: [north.id, south.id] });
    expect(third).toMatchObject({ id: objected.id, until: { kind: 'deadline', at: hoursIn(216) }, heldBy: [] });
    expect(third?.positions).toMatchObject([{ partyId: south.id, decision: 'object' }]);
    const late = await reviewsOf(db, workspace, [north.moderators[0], 170]);
    expect(late.find(({ id }) => id === fresh.id)?.until).toEqual({ kind: 'mediation', at: hoursIn(264) });
  });

  it('[D11] tells what others did since the reader did something there, and since the freeze to who did nothing yet', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    answerOf(await say(db, workspace, revision, [north.moderators[0], 1]));
    answerOf(await say(db, workspace, revision, [south.moderators[0], 2, objection]));
    const newsOf = async (person: Person) => {
      const [review] = await reviewsOf(db, workspace, [person, 3]);
      return { since: review?.news.since ?? null, types: review?.news.events.map(({ type }) => type) };
    };
    expect(await newsOf(north.moderators[0])).toEqual({ since: hoursIn(1), types: ['revision.clock-held', 'sign-off.made'] });
    expect(await newsOf(south.moderators[0])).toEqual({ since: hoursIn(2), types: [] });
    // A begun signature is nobody else's business (SPEC D9), and so is not new.
    const all = ['revision.clock-held', 'sign-off.made', 'sign-off.made'];
    expect(await newsOf(workspace.mission.observers[1])).toEqual({ since: null, types: all });
  });

  it('[D10] [C38] names the claims that could go over to the charter in force, to the parties that have not agreed', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const [claim, signed] = [await buildSignable(db, workspace), await buildRevision(db, workspace)];
    expect(await movesToAgree({ member: actorFor(north.moderators[0]) }, db)).toEqual([]);
    await amend(db, workspace, { minSources: 3 });
    const moves = async (person: Person) => (await movesToAgree({ member: actorFor(person) }, db)).map(({ claimId }) => claimId);
    expect(await moves(north.moderators[0])).toEqual([claim.id]);
    expect(await moves(south.moderators[1])).not.toContain(signed.claimId);
    expect(await moves(north.checkers[0])).toEqual([]);
    expect(await moves(workspace.mission.observers[0])).toEqual([]);
  });

  it('[D10] [C35] names the retractions that are being signed, and whose word they wait for', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId, claimId } = await buildVerdict(db, workspace);
    expect(await openRetractions({ member: actorFor(workspace.north.moderators[0]) }, db)).toEqual([]);
    const { id } = await buildRetraction(db, workspace, revisionId);
    const { north, south } = workspace;
    expect(await openRetractions({ member: actorFor(workspace.north.moderators[0]) }, db)).toMatchObject([
      { id, claimId, missing: [north.id, south.id] },
    ]);
  });

  it('[D10] [C32] [C35] asks each for their own word on what a verdict is held against, in the list and among their tasks', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission } = workspace;
    const { revisionId, slug } = await buildVerdict(db, workspace);
    const tasksOf = async (person: Person) => {
      const tasks = await tasksFor(db, person);
      return tasks.map((task) => (task.kind === 'challenge' ? task.ask : task.kind));
    };
    for (const person of [north.moderators[0], mission.observers[0]]) expect(await tasksOf(person)).toEqual([]);
    const { id } = await buildRetraction(db, workspace, revisionId, { by: north.moderators[0] });
    const challenge = await buildChallenge(db, workspace, slug);
    // Who proposed the retraction does not sign it; a fact-checker signs nothing; an observer is asked for neither.
    expect(await tasksOf(north.moderators[0])).toEqual(['acknowledge']);
    expect(await tasksOf(south.moderators[0])).toEqual(['retraction', 'acknowledge']);
    expect(await tasksOf(south.checkers[0])).toEqual(['acknowledge']);
    expect(await tasksOf(mission.observers[0])).toEqual([]);
    answerOf(await acknowledgeChallenge(contextFor(db, south.checkers[0]), { challengeId: challenge.id }));
    answerOf(await countersign(contextFor(db, south.moderators[0]), id));
    expect(await tasksOf(south.moderators[0])).toEqual(['decide']);
    expect(await tasksOf(south.moderators[1])).toEqual(['decide']);
    expect(await tasksOf(south.checkers[0])).toEqual([]);
    const shown = await openWords({ member: actorFor(mission.observers[0]), now: noon }, db);
    expect([shown.retractions.length, shown.challenges.length]).toEqual([1, 1]);
  });

  it('[D10] [C35] [RT2] waits for a party until as many of it have signed the retraction as its charter asks for', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { signersPerParty: 2 } });
    const { north, south } = workspace;
    const { revisionId } = await buildVerdict(db, workspace);
    for (const desk of [south, north])
      answerOf(await sign(contextFor(db, desk.moderators[1]), workspace, await storedRevision(db, revisionId)));
    const { id } = await buildRetraction(db, workspace, revisionId);
    const missing = async () =>
      (await openRetractions({ member: actorFor(workspace.north.moderators[0]) }, db)).map((one) => one.missing);
    answerOf(await countersign(contextFor(db, north.moderators[0]), id));
    expect(await missing()).toEqual([[north.id, south.id]]);
    answerOf(await countersign(contextFor(db, north.moderators[1]), id));
    expect(await missing()).toEqual([[south.id]]);
  });
});
