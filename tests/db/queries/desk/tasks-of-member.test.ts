import { expect, it } from 'vitest';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import type { Db } from '@/db/handle';
import { answerOf, buildWorkspace, contextFor, type Person, writeRecord } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { tasksFor } from '@/tests/support/list-reader';
import { buildRevision, buildSignable, dissent, propose, sign } from '@/tests/support/sign';

/** The kinds of what waits for somebody about signing. */
async function signing(db: Db, person: Person): Promise<string[]> {
  const tasks = await tasksFor(db, person);
  return tasks.map(({ kind }) => kind).filter((kind) => kind === 'sign' || kind === 'watch-signing');
}

describeOnBothDatabases('what waits for a member', (open) => {
  it('[H6] is a revision to sign for the moderators of each signing party, and one to watch for observers', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission, steward } = workspace;
    expect(await signing(db, north.moderators[0])).toEqual([]);
    await buildRevision(db, workspace);
    for (const moderator of [...north.moderators, ...south.moderators]) expect(await signing(db, moderator)).toEqual(['sign']);
    for (const person of [...north.checkers, ...south.checkers, steward]) expect(await signing(db, person)).toEqual([]);
    for (const observer of mission.observers) expect(await signing(db, observer)).toEqual(['watch-signing']);
  });

  it('[H6] [C20] is no signature for who proposed the revision, nor for who wrote more than a tenth of it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [author, other] = workspace.south.moderators;
    const { id: claimId } = await buildSignable(db, workspace);
    const summary = 'A summary of the record that is long enough to be more than a tenth of all that is written in it.';
    await writeRecord(db, author, claimId, { texts: { summary } });
    const revision = answerOf(await propose(contextFor(db, workspace.north.moderators[0]), claimId));
    expect(await signing(db, author)).toEqual([]);
    expect(await signing(db, workspace.north.moderators[0])).toEqual([]);
    expect(await signing(db, other)).toEqual(['sign']);
    expect(await signing(db, workspace.north.moderators[1])).toEqual(['sign']);
    // The list and the signing say the same of each of them.
    const signed = async (person: Person) => (await sign(contextFor(db, person), workspace, revision)).ok;
    expect([await signed(author), await signed(workspace.north.moderators[0])]).toEqual([false, false]);
    expect([await signed(other), await signed(workspace.north.moderators[1])]).toEqual([true, true]);
  });

  it('[H6] [C22] [L4] ends with the party’s approval, and an abstention leaves it to the other moderator', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    const abstention = { ...dissent, decision: 'abstain' };
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision, abstention));
    expect(await signing(db, south.moderators[0])).toEqual([]);
    expect(await signing(db, south.moderators[1])).toEqual(['sign']);
    answerOf(await sign(contextFor(db, north.moderators[0]), workspace, revision));
    for (const moderator of north.moderators) expect(await signing(db, moderator)).toEqual([]);
  });

  it('[L15] is a dissent to answer, for who proposed what it sent back, until there is another revision', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission } = workspace;
    const answers = async (person: Person) => {
      const tasks = await tasksFor(db, person);
      return tasks.flatMap((task) => (task.kind === 'answer' ? [[task.revision, task.dissenting]] : []));
    };
    const revision = await buildRevision(db, workspace);
    expect(await answers(north.checkers[0])).toEqual([]);
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision, dissent));
    for (const person of [...north.checkers, ...north.moderators]) expect(await answers(person)).toEqual([[1, 'Southern desk']]);
    for (const person of [south.checkers[0], mission.observers[1]]) expect(await answers(person)).toEqual([]);
    const next = answerOf(await propose(contextFor(db, south.checkers[0]), revision.claimId));
    expect(await answers(north.checkers[0])).toEqual([]);
    // Taken back by who proposed it, a revision was not sent back by anybody.
    const reason = 'A source is still missing here.';
    answerOf(await withdrawRevision(contextFor(db, south.checkers[0]), { revisionId: next.id, reason }));
    expect(await answers(south.checkers[0])).toEqual([]);
  });
});
