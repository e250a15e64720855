import { expect, it } from 'vitest';
import { holdPublication } from '@/commands/revisions/hold-publication';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import { withdrawSignOff } from '@/commands/signoffs/withdraw-sign-off';
import { revisionOfDesk } from '@/db/queries/desk/revision-of-desk';
import { answerOf, buildWorkspace, contextFor, noon, writeRecord } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { hoursIn, objection } from '@/tests/support/rounds';
import { buildRevision, dissent, propose, sign } from '@/tests/support/sign';

describeOnBothDatabases('a revision that is read to be signed', (open) => {
  it('[L14] is compared with the one that the reader’s party last took a position on, not with the last number', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const proposer = contextFor(db, north.checkers[0]);
    const first = await buildRevision(db, workspace);
    const { claimId } = first;
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, first, dissent));
    // A passage comes in with a revision that is taken back before anybody but its party has read it.
    await writeRecord(db, north.checkers[0], claimId, { texts: { context: 'A passage that nobody of the South has read.' } });
    const second = answerOf(await propose(proposer, claimId));
    answerOf(await withdrawRevision(proposer, { revisionId: second.id, reason: 'A source is still missing here.' }));
    const third = answerOf(await propose(proposer, claimId));

    const read = (partyId: string | null, compareWith?: number) =>
      revisionOfDesk({ claimId, number: third.number, workspaceId: workspace.id, partyId, compareWith }, db);
    const forSouth = await read(south.id);
    expect(forSouth?.base).toMatchObject({ number: 1, state: 'withdrawn', own: { decision: 'dissent' } });
    expect(forSouth?.base?.record.texts.en?.context).toBe('');
    expect(forSouth?.record.texts.en?.context).toBe('A passage that nobody of the South has read.');
    expect(forSouth?.earlier.map(({ number, own }) => [number, own?.decision])).toEqual([
      [2, undefined],
      [1, 'dissent'],
    ]);
    // Nothing was signed by the North and nothing is published: it has read nothing yet, and may choose what to compare with.
    expect((await read(north.id))?.base).toBeUndefined();
    expect((await read(null))?.base).toBeUndefined();
    expect((await read(north.id, 2))?.base).toMatchObject({ number: 2, own: undefined });
    expect((await read(south.id, 9))?.base?.number).toBe(1);
  });

  it('[L14] knows that a position on the one before was taken back, and what stands beside it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const proposer = contextFor(db, north.checkers[0]);
    const one = contextFor(db, south.moderators[0]);
    const other = contextFor(db, south.moderators[1]);
    const first = await buildRevision(db, workspace);
    const { claimId, id } = first;
    const takenBack = { revisionId: id, reason: 'It was signed before the register was read.' };
    answerOf(await sign(one, workspace, first));
    answerOf(await withdrawSignOff(one, takenBack));
    answerOf(await withdrawRevision(proposer, { revisionId: id, reason: 'A source is still missing here.' }));
    const second = answerOf(await propose(proposer, claimId));
    answerOf(await sign(one, workspace, second, objection));
    answerOf(await sign(other, workspace, second));
    answerOf(await withdrawSignOff(one, { ...takenBack, revisionId: second.id }));
    answerOf(await withdrawRevision(proposer, { revisionId: second.id, reason: 'A source is still missing here.' }));
    const third = answerOf(await propose(proposer, claimId));

    const asked = { claimId, number: third.number, workspaceId: workspace.id, partyId: south.id };
    const read = await revisionOfDesk(asked, db);
    expect(read?.base).toMatchObject({ number: 2, own: { decision: 'approve', withdrawnAt: null } });
    const before = await revisionOfDesk({ ...asked, number: second.number }, db);
    expect(before?.base).toMatchObject({ number: 1, own: { decision: 'approve', withdrawnAt: noon } });
  });

  it('[L19] [C31] comes with all that was said of it, what was taken back with its reason, and who held it up', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    const objecting = contextFor(db, south.moderators[0]);
    const reason = 'The register came and says the same.';
    answerOf(await sign(objecting, workspace, revision, objection));
    answerOf(await withdrawSignOff(objecting, { revisionId: revision.id, reason }));
    for (const desk of [north, south]) answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, revision));
    const held = { hours: 5, reason: 'A witness who is named has to travel first.' };
    answerOf(await holdPublication(contextFor(db, north.moderators[1]), { revisionId: revision.id, ...held }));

    const { claimId, number } = revision;
    const read = await revisionOfDesk({ claimId, number, workspaceId: workspace.id, partyId: north.id }, db);
    expect(read?.made.map(({ decision, ground, withdrawn }) => [decision, ground, withdrawn?.reason])).toEqual([
      ['object', 'evidence-pending', reason],
      ['approve', null, undefined],
      ['approve', null, undefined],
    ]);
    expect(read?.signOffs.map(({ partyId }) => partyId)).toEqual([north.id, south.id]);
    expect(read?.holds).toEqual([{ partyId: north.id, at: noon, ...held }]);
    expect(read).toMatchObject({ state: 'cooling-off', outcome: 'joint', releasesAt: hoursIn(29) });
  });
});
