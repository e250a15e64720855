import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { previewRevision } from '@/commands/revisions/preview-revision';
import { proposeRevision } from '@/commands/revisions/propose-revision';
import { disputeSource } from '@/commands/sources/dispute-source';
import { revisionOfDesk } from '@/db/queries/desk/revision-of-desk';
import { revisionAuthors, revisions } from '@/db/schema';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { answerOf, buildOpenClaim, buildSource, buildWorkspace, contextFor, contextOf, writeRecord } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, buildSignable, dissent, propose, sign } from '@/tests/support/sign';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('proposing a revision', (open) => {
  it('[R2] [R9] freezes exactly the bytes that the proposer previewed', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    const preview = answerOf(await previewRevision(context, { claimId: claim.id }));
    const proposed = answerOf(await proposeRevision(context, { claimId: claim.id, seq: preview.seq, digest: preview.sha256 }));

    const [stored] = await db.select().from(revisions).where(eq(revisions.id, proposed.id));
    expect(new TextDecoder().decode(stored?.bytes)).toBe(preview.bytes);
    expect(digestOf(stored?.bytes ?? '')).toBe(preview.sha256);
    expect(proposed).toMatchObject({ number: 1, sha256: preview.sha256 });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'revision.proposed',
      facts: { number: 1, sha256: preview.sha256 },
    });
  });

  it('[R12] is told in the preview when nothing but the salt differs from the last revision', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const proposer = contextFor(db, north.checkers[0]);
    const revision = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision, dissent));
    const preview = async () => answerOf(await previewRevision(proposer, { claimId: revision.claimId }));
    const same = await preview();
    expect(same).toMatchObject({ number: 2, unchangedSince: 1 });
    expect(same.sha256).not.toBe(revision.sha256);
    await writeRecord(db, north.checkers[0], revision.claimId, { texts: { context: 'The week of reduced violence.' } });
    expect(await preview()).not.toHaveProperty('unchangedSince');
  });

  it('[R3] stores bytes that are their own canonical form and name no time, proposer or number', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const [stored] = await db.select().from(revisions).where(eq(revisions.id, revision.id));
    const json: unknown = JSON.parse(new TextDecoder().decode(stored?.bytes));
    expect(canonicalBytes(json)).toEqual(stored?.bytes);
    const record = FrozenRecord.parse(json);
    expect(record.sources.map((source) => source.number)).toEqual([1, 2]);
    expect(JSON.stringify(record)).not.toContain(workspace.north.checkers[0].id);
  });

  it('[R9] typing that went on after the preview refuses nothing, and the digest of another moment does', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    const preview = answerOf(await previewRevision(context, { claimId: claim.id }));
    const later = await writeRecord(db, workspace.south.checkers[0], claim.id, {
      texts: { finding: 'Something else was found.' },
    });
    const refusal = await refusalOf(db, workspace.id, () =>
      proposeRevision(context, { claimId: claim.id, seq: later, digest: preview.sha256 }),
    );
    expect(refusal.code).toBe('record-moved');
    expect((await proposeRevision(context, { claimId: claim.id, seq: preview.seq, digest: preview.sha256 })).ok).toBe(true);
  });

  it('[R9] keeps how far the document had gone, so that signers are told what is left out', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    const { seq, sha256 } = answerOf(await previewRevision(context, { claimId: claim.id }));
    const head = await writeRecord(db, workspace.south.checkers[0], claim.id, { texts: { summary: 'One more thing.' } });
    const { number } = answerOf(await proposeRevision(context, { claimId: claim.id, seq, digest: sha256 }));
    const shown = await revisionOfDesk({ claimId: claim.id, number, workspaceId: workspace.id, partyId: null }, db);
    expect(shown).toMatchObject({ seq, headSeq: head });
    expect(head).toBe(seq + 1);
  });

  it('[R10] the words that are published already are not frozen again, and other words are', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    for (const desk of [workspace.north, workspace.south])
      answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, revision));
    const context = contextFor(db, workspace.south.checkers[0]);
    expect(answerOf(await previewRevision(context, { claimId: revision.claimId })).fault).toEqual({
      code: 'record-unchanged',
      number: 1,
    });
    const again = () => propose(context, revision.claimId);
    expect(await refusalOf(db, workspace.id, again)).toEqual({ code: 'record-unchanged', number: 1 });
    await writeRecord(db, workspace.south.checkers[0], revision.claimId, { texts: { summary: 'A correction.' } });
    expect((await again()).ok).toBe(true);
  });

  it('[C07] a record with one source is not frozen, and the refusal names every unmet clause', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildOpenClaim(db, workspace);
    await buildSource(db, workspace.north.checkers[0], claim.id);
    const refusal = await refusalOf(db, workspace.id, () => propose(contextFor(db, workspace.north.checkers[0]), claim.id));
    expect(refusal).toMatchObject({ code: 'charter-unmet', clauses: 'C05, C06, C07, C08, C09, C10, C11, C18' });
  });

  it('[H3] a source that another party disputes does not count', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    answerOf(
      await disputeSource(contextFor(db, workspace.south.checkers[0]), {
        sourceId: claim.sources[0],
        grading: 1,
        reason: 'It is not the text that was signed.',
      }),
    );
    const refusal = await refusalOf(db, workspace.id, () => propose(contextFor(db, workspace.north.checkers[0]), claim.id));
    expect(refusal).toMatchObject({ code: 'charter-unmet' });
  });

  it('[C05] a question that changed after it was accepted is not accepted', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    await writeRecord(db, workspace.south.checkers[0], claim.id, { texts: { question: 'Was there any ceasefire at all?' } });
    const refusal = await refusalOf(db, workspace.id, () => propose(contextFor(db, workspace.north.checkers[0]), claim.id));
    expect(refusal).toMatchObject({ code: 'charter-unmet', clauses: 'C05' });
  });

  it('[L7] a second revision waits until the first has ended', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const refusal = await refusalOf(db, workspace.id, () =>
      propose(contextFor(db, workspace.south.checkers[0]), revision.claimId),
    );
    expect(refusal).toMatchObject({ code: 'revision-in-signing', number: 1 });
  });

  it('[C20] keeps who wrote how much, counted from the log', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const authors = await db.select().from(revisionAuthors).where(eq(revisionAuthors.revisionId, revision.id));
    expect(new Set(authors.map((author) => author.personId))).toEqual(
      new Set([workspace.north.checkers[0].id, workspace.south.checkers[0].id]),
    );
  });

  it('[R4] a record without a rating is not frozen', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    await writeRecord(db, workspace.north.checkers[0], claim.id, { fields: { rating: 'somewhat' } });
    const preview = answerOf(await previewRevision(contextFor(db, workspace.north.checkers[0]), { claimId: claim.id }));
    expect(preview).toMatchObject({ fault: { code: 'rating-unknown', rating: 'somewhat' } });
    const refusal = await refusalOf(db, workspace.id, () => propose(contextFor(db, workspace.north.checkers[0]), claim.id));
    expect(refusal.code).toBe('rating-unknown');
  });

  it('[A6] [A5] observers, stewards and strangers neither preview nor propose', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    for (const person of [workspace.mission.observers[0], workspace.mission.observers[1], workspace.steward]) {
      const context = contextFor(db, person);
      expect(await refusalOf(db, workspace.id, () => propose(context, claim.id))).toMatchObject({ code: 'not-allowed' });
      const direct = () => proposeRevision(context, { claimId: claim.id, seq: 1, digest: '0'.repeat(64) });
      expect(await refusalOf(db, workspace.id, direct)).toMatchObject({ code: 'not-allowed' });
    }
    const stranger = contextOf(db, { kind: 'public' });
    expect(await refusalOf(db, workspace.id, () => propose(stranger, claim.id))).toMatchObject({ code: 'not-signed-in' });
  });

  it('[A3] a claim of another workspace answers like an unknown one', async () => {
    const db = await open();
    const [workspace, other] = [await buildWorkspace(db), await buildWorkspace(db)];
    const claim = await buildSignable(db, workspace);
    const context = contextFor(db, other.north.checkers[0]);
    const foreign = await refusalOf(db, workspace.id, () =>
      proposeRevision(context, { claimId: claim.id, seq: 1, digest: '0'.repeat(64) }),
    );
    const unknown = await refusalOf(db, workspace.id, () =>
      proposeRevision(context, { claimId: other.id, seq: 1, digest: '0'.repeat(64) }),
    );
    expect(foreign).toEqual(unknown);
    expect(foreign).toEqual({ code: 'not-found' });
  });
});
