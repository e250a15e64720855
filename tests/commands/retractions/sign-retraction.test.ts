import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { beginRetractionSignOff } from '@/commands/retractions/begin-retraction-sign-off';
import { signRetraction } from '@/commands/retractions/sign-retraction';
import { beginSignOff } from '@/commands/signoffs/begin-sign-off';
import { signOff } from '@/commands/signoffs/sign-off';
import { notifications, retractionSignOffs, retractions, revisions, verdicts } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { actorFor, answerOf, buildWorkspace, contextFor, contextOf, noon, writeRecord } from '@/tests/support/build';
import { buildVerdict } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRetraction, countersign, retract, retractionReason } from '@/tests/support/retraction';
import { storedRevision } from '@/tests/support/rounds';
import { approval, propose, sign } from '@/tests/support/sign';
import { eventsOf, expectForeignIsUnknown, expectOnlyEditors, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('signing a retraction', (open) => {
  it('[C35] [RT2] [RT3] the last party’s statement retracts the verdict in that moment; bytes, event and news say so', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId, claimId } = await buildVerdict(db, workspace);
    const { id } = await buildRetraction(db, workspace, revisionId);
    const [north, south] = [workspace.north.moderators[0], workspace.south.moderators[0]];
    expect(answerOf(await countersign(contextFor(db, north), id)).state).toBe('proposed');
    expect((await storedRevision(db, revisionId)).state).toBe('published');
    const last = answerOf(await countersign(contextFor(db, south), id));
    expect(last.state).toBe('made');
    expect(await storedRevision(db, revisionId)).toMatchObject({ state: 'retracted', endedAt: noon, outcome: 'joint' });
    const [stored] = await db.select().from(retractionSignOffs).where(eq(retractionSignOffs.id, last.id));
    expect(stored).toMatchObject({ position: 2, kind: 'password', sha256: digestOf(stored?.bytes ?? new Uint8Array()) });
    expect(JSON.parse(new TextDecoder().decode(stored?.bytes))).toMatchObject({
      ...{ type: 'retraction', retraction: id, reason: retractionReason, party: workspace.south.id, conflict: 'none' },
    });
    // The verdict's row stays: its address answers for ever.
    expect(await db.$count(verdicts, eq(verdicts.claimId, claimId))).toBe(1);
    expect((await eventsOf(db, workspace.id)).slice(-2)).toMatchObject([
      { type: 'retraction.signed', facts: { number: 1 } },
      { type: 'verdict.retracted', subjectId: revisionId, facts: { number: 1 } },
    ]);
    const told = await db.select().from(notifications).where(eq(notifications.kind, 'retraction'));
    expect(told.filter(({ workspaceId }) => workspaceId === workspace.id).length).toBeGreaterThan(5);
    expect(told.every(({ byPerson }) => byPerson === null)).toBe(true);
  });

  it('[C35] [RT2] it takes as many of each party as the charter asks for, and neither proposer, author, twice nor an old proof', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { signersPerParty: 2 } });
    const revision = await buildTwiceSigned(db, workspace);
    const { id } = await buildRetraction(db, workspace, revision.revisionId, { by: workspace.south.moderators[0] });
    const refused = async (context: ReturnType<typeof contextFor>, conflict: 'none' | 'declared' = 'none') =>
      refusalOf(db, workspace.id, () => countersign(context, id, conflict));
    expect(await refused(contextFor(db, workspace.south.moderators[0]))).toMatchObject({ code: 'own-proposal', clause: 'C20' });
    expect(await refused(contextFor(db, workspace.north.moderators[0]), 'declared')).toMatchObject({ clause: 'C19' });
    const [first, second] = workspace.north.moderators;
    expect(answerOf(await countersign(contextFor(db, first), id)).state).toBe('proposed');
    expect(await refused(contextFor(db, first))).toMatchObject({ code: 'already-signed', clause: 'C22' });
    expect(answerOf(await countersign(contextFor(db, second), id)).state).toBe('proposed');
    expect(answerOf(await countersign(contextFor(db, workspace.south.moderators[1]), id)).state).toBe('proposed');
    expect((await storedRevision(db, revision.revisionId)).state).toBe('published');
  });

  it('[C22] [RT3] takes no old session, no spent nonce and no other statement’s, and none of its own passes for a sign-off', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId, claimId } = await buildVerdict(db, workspace);
    const { id } = await buildRetraction(db, workspace, revisionId);
    const north = contextFor(db, workspace.north.moderators[0]);
    const proof = { kind: 'password' };
    const { nonce } = answerOf(await beginRetractionSignOff(north, { retractionId: id, conflict: 'none' }));
    const confirmedAt = new Date(noon.getTime() - 11 * 60_000);
    const stale = contextOf(db, actorFor(workspace.north.moderators[0], { confirmedAt }));
    const attempt = (context: typeof north, with_: string) =>
      refusalOf(db, workspace.id, () => signRetraction(context, { retractionId: id, nonce: with_, proof }));
    expect(await attempt(stale, nonce)).toMatchObject({ code: 'not-confirmed', clause: 'C22' });
    expect(await attempt(contextFor(db, workspace.south.moderators[0]), nonce)).toEqual({ code: 'nonce-spent' });
    await writeRecord(db, workspace.south.checkers[0], claimId, { fields: { rating: 'unprovable' } });
    const next = answerOf(await propose(contextFor(db, workspace.south.checkers[0]), claimId));
    const other = answerOf(await beginSignOff(north, approval(workspace, next)));
    expect(await attempt(north, other.nonce)).toEqual({ code: 'nonce-spent' });
    const passed = await signOff(north, { revisionId: next.id, nonce, proof });
    expect(passed).toEqual({ ok: false, refusal: { code: 'nonce-spent' } });
    answerOf(await signRetraction(north, { retractionId: id, nonce, proof }));
    expect(await attempt(north, nonce)).toMatchObject({ code: 'already-signed' });
  });

  it('[C35] [A1] [A3] is a moderator’s of a signing party, in their own workspace', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId } = await buildVerdict(db, workspace);
    const { id } = await buildRetraction(db, workspace, revisionId);
    await expectOnlyEditors(db, workspace, (context) => countersign(context, id), 'not-your-party');
    const checker = contextFor(db, workspace.north.checkers[0]);
    expect((await refusalOf(db, workspace.id, () => countersign(checker, id))).code).toBe('not-allowed');
    await expectForeignIsUnknown(db, workspace, id, (context, retractionId) => countersign(context, retractionId));
  });

  it('[C35] [RT7] [GC4] the claim stays open: what follows corrects the retracted revision in substance, and its address is a verdict’s again', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId, claimId } = await buildVerdict(db, workspace);
    await retract(db, workspace, revisionId);
    const context = contextFor(db, workspace.south.checkers[0]);
    const refused = await refusalOf(db, workspace.id, () => propose(context, claimId, { grade: 'minor' }));
    expect(refused).toMatchObject({ code: 'grade-too-low', least: 'substantial' });
    const next = answerOf(await propose(context, claimId));
    expect(await storedRevision(db, next.id)).toMatchObject({ round: 1, number: 2 });
    for (const person of [workspace.north.moderators[0], workspace.south.moderators[0]])
      answerOf(await sign(contextFor(db, person), workspace, next));
    const [verdict] = await db.select().from(verdicts).where(eq(verdicts.claimId, claimId));
    expect(verdict?.revisionId).toBe(next.id);
    expect((await storedRevision(db, revisionId)).state).toBe('retracted');
  });

  it('[C35] [L13] the database retracts nothing without every party’s statement, and keeps what was said', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId } = await buildVerdict(db, workspace);
    const move = () => db.update(revisions).set({ state: 'retracted', endedAt: noon }).where(eq(revisions.id, revisionId));
    await expect(move()).rejects.toThrow();
    const { id } = await buildRetraction(db, workspace, revisionId);
    answerOf(await countersign(contextFor(db, workspace.north.moderators[0]), id));
    const row = eq(retractions.id, id);
    const made = { state: 'made', endedAt: noon, position: 1 } as const;
    await expect(db.update(retractions).set(made).where(row)).rejects.toThrow();
    await expect(move()).rejects.toThrow();
    await expect(
      db
        .update(retractions)
        .set({ reason: `${retractionReason} So it was.` })
        .where(row),
    ).rejects.toThrow();
    await expect(db.delete(retractions).where(row)).rejects.toThrow();
    await expect(db.update(retractionSignOffs).set({ signerName: 'Somebody else' })).rejects.toThrow();
    const [said] = await db.select().from(retractionSignOffs).where(eq(retractionSignOffs.retractionId, id));
    if (said === undefined) throw new Error('One party has signed.');
    const forged = { ...said, id: contextFor(db, workspace.south.moderators[0]).newId(), position: 2 };
    const { id: personId } = workspace.south.moderators[0];
    await expect(db.insert(retractionSignOffs).values({ ...forged, partyId: workspace.south.id, personId })).rejects.toThrow();
  });
});

/** A verdict under a charter that asks for two of each party. */
async function buildTwiceSigned(db: Parameters<typeof buildVerdict>[0], workspace: Parameters<typeof buildVerdict>[1]) {
  const verdict = await buildVerdict(db, workspace);
  for (const desk of [workspace.south, workspace.north])
    answerOf(await sign(contextFor(db, desk.moderators[1]), workspace, await storedRevision(db, verdict.revisionId)));
  return verdict;
}
