import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { decideChallenge } from '@/commands/challenges/decide-challenge';
import { previewRevision } from '@/commands/revisions/preview-revision';
import type { Db } from '@/db/handle';
import { corrections, events, revisions, signOffs } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { answerOf, buildWorkspace, contextFor, type Workspace, writeRecord } from '@/tests/support/build';
import { buildChallenge, buildVerdict, decisionReason } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { hoursIn, say, storedRevision, wakeAt } from '@/tests/support/rounds';
import { begin, buildRevision, correctionReason, dissent, propose, sign } from '@/tests/support/sign';
import { refusalOf } from '@/tests/support/trace';

/** A verdict whose record has been changed since by another party's checker. */
async function changedVerdict(db: Db, workspace: Workspace, change: Parameters<typeof writeRecord>[3]) {
  const verdict = await buildVerdict(db, workspace);
  await writeRecord(db, workspace.south.checkers[0], verdict.claimId, change);
  return verdict;
}

const longer = { texts: { context: 'The talks went on for months.' } };
const otherRating = { fields: { rating: 'unprovable' } };

async function keptOf(db: Db, revisionId: string) {
  return (await db.select().from(corrections).where(eq(corrections.revisionId, revisionId)))[0];
}

describeOnBothDatabases('grading the correction of a verdict', (open) => {
  it('[C33] [GC1] [GC2] the preview says what would be corrected and the least grade, and the proposal keeps it with its reason', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { claimId, revisionId } = await changedVerdict(db, workspace, longer);
    const context = contextFor(db, workspace.south.checkers[0]);
    const { corrects } = answerOf(await previewRevision(context, { claimId }));
    expect(corrects).toMatchObject({
      ...{ number: 1, isRetracted: false, grade: 'minor', characters: 29 },
      changes: [{ field: 'context', language: 'en', demands: 'minor' }],
    });
    expect(FrozenRecord.parse(JSON.parse(corrects?.bytes ?? '')).fields.rating).toBe('not-accurate');
    const made = answerOf(await propose(context, claimId, { grade: 'update' }));
    expect(await keptOf(db, made.id)).toMatchObject({
      ...{ correctsRevisionId: revisionId, grade: 'update', reason: correctionReason, challengeId: null },
    });
    // Frozen after a publication, it is in the first round again.
    expect(await storedRevision(db, made.id)).toMatchObject({ round: 1, number: 2 });
    const [told] = await db.select().from(events).where(eq(events.subjectId, made.id));
    expect(told?.facts).toMatchObject({ number: 2, grade: 'update' });
  });

  it('[C33] [GC1] [GC3] refuses a grade below the least, naming the fields; none at all; no reason; and one for a first revision', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { claimId } = await changedVerdict(db, workspace, { ...otherRating, ...longer });
    const context = contextFor(db, workspace.south.checkers[0]);
    const refused = (changes: Record<string, unknown>) => refusalOf(db, workspace.id, () => propose(context, claimId, changes));
    for (const grade of ['minor', 'update'])
      expect(await refused({ grade })).toMatchObject({
        ...{ code: 'grade-too-low', clause: 'C33', least: 'substantial' },
        fields: expect.stringContaining('rating'),
      });
    expect(await refused({ grade: '', reason: '' })).toEqual({
      code: 'invalid-input',
      issues: ['grade', 'reason'].map((field) => ({ field, code: 'required' })),
    });
    expect(await refused({ reason: 'Too short.' })).toMatchObject({
      code: 'invalid-input',
      issues: [{ field: 'reason', code: 'too-short' }],
    });
    expect((await refused({ grade: 'grave' })).code).toBe('invalid-input');
    const first = await buildWorkspace(db);
    const { claimId: unpublished } = await buildRevision(db, first);
    const again = contextFor(db, first.north.checkers[0]);
    await sign(contextFor(db, first.south.moderators[0]), first, await proposedOf(db, unpublished), dissent);
    await writeRecord(db, first.north.checkers[0], unpublished, longer);
    expect(await propose(again, unpublished, { grade: 'minor', reason: correctionReason })).toEqual({
      ok: false,
      refusal: { code: 'nothing-to-correct' },
    });
  });

  it('[C33] [GC1] answers an accepted challenge of its own claim, and no other; what is signed says all of it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { claimId, slug, revisionId } = await changedVerdict(db, workspace, otherRating);
    const context = contextFor(db, workspace.south.checkers[0]);
    const [accepted, open_] = [await buildChallenge(db, workspace, slug), await buildChallenge(db, workspace, slug)];
    answerOf(
      await decideChallenge(contextFor(db, workspace.south.moderators[0]), {
        ...{ challengeId: accepted.id, decision: 'accept', reason: decisionReason, publishesWords: false },
      }),
    );
    for (const challengeId of [open_.id, context.newId()])
      expect(await refusalOf(db, workspace.id, () => propose(context, claimId, { challengeId }))).toEqual({
        ...{ code: 'challenge-not-accepted', clause: 'C33' },
      });
    const made = answerOf(await propose(context, claimId, { challengeId: accepted.id }));
    const begun = await begin(contextFor(db, workspace.north.moderators[0]), workspace, made);
    expect(JSON.parse(begun.statement).correction).toEqual({
      ...{ grade: 'substantial', reason: correctionReason, challenge: accepted.number },
      recordSha256: (await storedRevision(db, revisionId)).sha256,
    });
    // The database asks the same of whoever writes a sign-off without the command.
    const unsaid = new TextEncoder().encode(begun.statement.replace('"grade":"substantial"', '"grade":"minor"'));
    await expect(insertSignOff(db, workspace, made.id, unsaid)).rejects.toThrow();
  });

  it('[C33] [GC5] nobody who proposed or wrote the corrected revision signs a substantial correction, and its parties’ others do', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [author, other] = workspace.north.moderators;
    const claim = await buildRevision(db, workspace, author);
    for (const person of [other, workspace.south.moderators[0]]) answerOf(await sign(contextFor(db, person), workspace, claim));
    await writeRecord(db, workspace.south.checkers[0], claim.claimId, otherRating);
    const made = answerOf(await propose(contextFor(db, workspace.south.checkers[0]), claim.claimId));
    expect(await refusalOf(db, workspace.id, () => sign(contextFor(db, author), workspace, made))).toMatchObject({
      ...{ code: 'own-proposal-corrected', clause: 'C33' },
    });
    expect(answerOf(await sign(contextFor(db, other), workspace, made)).state).toBe('signing');
    expect(answerOf(await sign(contextFor(db, workspace.south.moderators[0]), workspace, made)).state).toBe('published');
    // A lighter one is no new work to be looked at by others.
    await writeRecord(db, workspace.south.checkers[0], claim.claimId, longer);
    const light = answerOf(await propose(contextFor(db, workspace.south.checkers[0]), claim.claimId));
    expect((await sign(contextFor(db, author), workspace, light)).ok).toBe(true);
  });

  it('[C33] [GC4] [GC5] the clock publishes another outcome as substantial, whatever it was proposed as, by the signatures that were lawful until then', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { maxRounds: 1 } });
    const [author, other] = workspace.north.moderators;
    const { claimId, ...first } = await buildRevision(db, workspace, author);
    for (const person of [other, workspace.south.moderators[0]]) answerOf(await sign(contextFor(db, person), workspace, first));
    await writeRecord(db, workspace.south.checkers[0], claimId, longer);
    const made = answerOf(await propose(contextFor(db, workspace.south.checkers[0]), claimId));
    expect((await keptOf(db, made.id))?.grade).toBe('minor');
    answerOf(await say(db, workspace, made, [author, 1]));
    answerOf(await say(db, workspace, made, [workspace.south.moderators[0], 2, dissent]));
    expect(await wakeAt(db, made.id, 500)).toEqual({ state: 'published' });
    expect(await storedRevision(db, made.id)).toMatchObject({ outcome: 'split', publishedAt: hoursIn(500) });
    expect((await keptOf(db, made.id))?.grade).toBe('substantial');
  });

  it('[C33] [L13] the database refuses an ungraded replacement, a lighter grade, another reason, and a correction of an older text', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { claimId, revisionId } = await changedVerdict(db, workspace, longer);
    const made = answerOf(await propose(contextFor(db, workspace.south.checkers[0]), claimId, { grade: 'update' }));
    const kept = eq(corrections.revisionId, made.id);
    await expect(db.update(corrections).set({ grade: 'minor' }).where(kept)).rejects.toThrow();
    await expect(
      db
        .update(corrections)
        .set({ reason: `${correctionReason} So it was.` })
        .where(kept),
    ).rejects.toThrow();
    await expect(db.delete(corrections).where(kept)).rejects.toThrow();
    for (const person of [workspace.north.moderators[0], workspace.south.moderators[0]])
      answerOf(await sign(contextFor(db, person), workspace, made));
    await expect(db.update(corrections).set({ grade: 'substantial' }).where(kept)).rejects.toThrow();
    await writeRecord(db, workspace.south.checkers[0], claimId, otherRating);
    const next = answerOf(await propose(contextFor(db, workspace.south.checkers[0]), claimId));
    const row = { revisionId: next.id, workspaceId: workspace.id, grade: 'substantial', reason: correctionReason } as const;
    await expect(db.insert(corrections).values({ ...row, correctsRevisionId: revisionId })).rejects.toThrow();
  });
});

async function proposedOf(db: Db, claimId: string) {
  const [row] = await db.select().from(revisions).where(eq(revisions.claimId, claimId));
  if (row === undefined) throw new Error('The claim has a revision.');
  return row;
}

function insertSignOff(db: Db, workspace: Workspace, revisionId: string, bytes: Uint8Array) {
  const said = JSON.parse(new TextDecoder().decode(bytes));
  const { newId } = contextFor(db, workspace.north.moderators[0]);
  return db.insert(signOffs).values({
    ...{ id: newId(), workspaceId: workspace.id, revisionId, partyId: said.party, personId: said.member, decision: 'approve' },
    ...{ reason: null, cites: null, signerName: '', bytes, at: hoursIn(1), position: 9 },
    sha256: digestOf(bytes),
  });
}
