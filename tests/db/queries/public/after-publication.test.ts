import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { beginRetractionSignOff } from '@/commands/retractions/begin-retraction-sign-off';
import { signRetraction } from '@/commands/retractions/sign-retraction';
import { parityFigures } from '@/db/queries/parity-of';
import { proofParts } from '@/db/queries/public/proof-bytes';
import { publicCorrections } from '@/db/queries/public/public-corrections';
import { publishedAddresses } from '@/db/queries/public/published-addresses';
import { recordBytes } from '@/db/queries/public/published-bytes';
import { publishedVerdict } from '@/db/queries/public/published-verdict';
import { publishedVerdicts } from '@/db/queries/public/published-verdicts';
import { retractionBytes, retractionProofBytes } from '@/db/queries/public/retraction-bytes';
import { events } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { answerOf, buildWorkspace, contextFor, noon, writeRecord } from '@/tests/support/build';
import { buildVerdict } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { enrol } from '@/tests/support/enrol';
import { replay } from '@/tests/support/replay';
import { buildRetraction, countersign, retractionReason } from '@/tests/support/retraction';
import { hoursIn, say } from '@/tests/support/rounds';
import { correctionReason, propose } from '@/tests/support/sign';
import { softwareKey } from '@/tests/support/software-key';

describeOnBothDatabases('what the public reads after a publication', (open) => {
  it('[C34] [GC6] [GC7] a correction with its grade and reason, beside the revision that it corrected, which keeps its address', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { claimId, slug } = await buildVerdict(db, workspace);
    await writeRecord(db, workspace.south.checkers[0], claimId, { texts: { context: 'The talks went on.' } });
    const made = answerOf(await propose(contextFor(db, workspace.south.checkers[0]), claimId));
    const before = await publicCorrections({ workspaceId: workspace.id }, db);
    // Nothing of it is public while it is being signed.
    expect(before.items).toEqual([]);
    for (const [desk, hours] of [
      [workspace.north, 1],
      [workspace.south, 2],
    ] as const)
      answerOf(await say(db, workspace, made, [desk.moderators[0], hours]));
    const correction = { grade: 'minor', reason: correctionReason, corrects: 1, challenge: null };
    const at = { workspaceId: workspace.id, slug };
    expect(await publishedVerdict(at, db)).toMatchObject({ number: 2, current: 2, correction, retraction: null });
    expect(await publishedVerdict({ ...at, number: 1 }, db)).toMatchObject({ number: 1, current: 2, correction: null });
    const { items, nextCursor } = await publicCorrections({ workspaceId: workspace.id }, db);
    expect(nextCursor).toBeNull();
    expect(items).toMatchObject([
      { kind: 'correction', slug, number: 2, at: hoursIn(2).toISOString(), question: { language: 'en' }, ...correction },
    ]);
    const last = `${hoursIn(2).toISOString()}_${made.id}_correction`;
    expect((await publicCorrections({ workspaceId: workspace.id, before: last }, db)).items).toEqual([]);
    expect((await publicCorrections({ workspaceId: workspace.id, before: 'yesterday' }, db)).items).toHaveLength(1);
    const brought = await parityFigures({ workspaceId: workspace.id }, db);
    expect(brought.reduce((sum, { corrected }) => sum + corrected, 0)).toBe(1);
  });

  it('[GC7] of two entries of one moment, each once, whichever ends a page', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const made = [];
    for (const words of ['The talks went on.', 'The talks ended.']) {
      const { claimId } = await buildVerdict(db, workspace);
      await writeRecord(db, workspace.south.checkers[0], claimId, { texts: { context: words } });
      const next = answerOf(await propose(contextFor(db, workspace.south.checkers[0]), claimId));
      for (const desk of [workspace.north, workspace.south]) answerOf(await say(db, workspace, next, [desk.moderators[0], 1]));
      made.push(next.id);
    }
    const slugsFrom = async (before: string | null) =>
      (await publicCorrections({ workspaceId: workspace.id, before }, db)).items.map(({ slug }) => slug);
    const both = await slugsFrom(null);
    expect(both).toHaveLength(2);
    const [newer = '', older = ''] = made.toSorted().toReversed();
    const after = (id: string, kind: string) => slugsFrom(`${hoursIn(1).toISOString()}_${id}_${kind}`);
    expect(await after(newer, 'correction')).toEqual(both.slice(1));
    expect(await after(older, 'correction')).toEqual([]);
    // The retraction of a revision stands before its own publication.
    expect(await after(older, 'retraction')).toEqual(both.slice(1));
  });

  it('[C35] [RT5] [RT6] a retraction with its signatures as bytes; no list, search or address of verdicts has it, and its revision stays', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId, claimId, slug } = await buildVerdict(db, workspace);
    const kept = await buildVerdict(db, workspace);
    const { id } = await buildRetraction(db, workspace, revisionId);
    const at = { workspaceId: workspace.id, slug };
    // What is only proposed is nobody's but the parties'.
    expect(await publishedVerdict(at, db)).toMatchObject({ retraction: null });
    for (const desk of [workspace.north, workspace.south]) answerOf(await countersign(contextFor(db, desk.moderators[0]), id));
    const shown = await publishedVerdict(at, db);
    expect(shown).toMatchObject({
      ...{ number: 1, current: 1 },
      retraction: { at: noon.toISOString(), reason: retractionReason, challenge: null },
      history: [{ number: 1, retractedAt: noon.toISOString() }],
    });
    const signed = shown !== null && 'retraction' in shown ? (shown.retraction?.signOffs ?? []) : [];
    expect(signed.map(({ party, position, proof }) => [party, position, proof])).toEqual([
      ['Northern desk', 1, { kind: 'password', algorithm: null }],
      ['Southern desk', 2, { kind: 'password', algorithm: null }],
    ]);
    const bytes = await retractionBytes({ ...at, number: 1, position: 2 }, db);
    expect(bytes?.sha256).toBe(digestOf(bytes?.bytes ?? new Uint8Array()));
    expect(signed[1]?.sha256).toBe(bytes?.sha256);
    expect(await recordBytes({ ...at, number: 1 }, db)).toBeDefined();
    const { items } = await publishedVerdicts({ workspaceId: workspace.id }, db);
    expect(items.map((item) => item.slug)).toEqual([kept.slug]);
    expect((await publishedVerdicts({ workspaceId: workspace.id, q: 'ceasefire' }, db)).items).toHaveLength(1);
    expect((await publishedAddresses({ workspaceId: workspace.id }, db)).map((one) => one.slug)).toEqual([kept.slug]);
    const listed = await publicCorrections({ workspaceId: workspace.id }, db);
    expect(listed.items).toMatchObject([{ kind: 'retraction', slug, number: 1, reason: retractionReason }]);
    const brought = await parityFigures({ workspaceId: workspace.id }, db);
    expect(brought.reduce((sum, { retracted }) => sum + retracted, 0)).toBe(1);
    const told = replay(await db.select().from(events).where(eq(events.claimId, claimId)).orderBy(events.seq));
    expect(told).toEqual({ revisions: { [revisionId]: { number: 1, state: 'retracted' } }, verdict: undefined });
  });

  it('[R15] [RT3] everything that checks a personal key’s signature of a retraction once it was made, and of another proof nothing', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId, slug } = await buildVerdict(db, workspace);
    const { id: retractionId } = await buildRetraction(db, workspace, revisionId);
    const north = contextFor(db, workspace.north.moderators[0]);
    const key = softwareKey('ed25519');
    await enrol(north, key);
    const { nonce, challenge } = answerOf(await beginRetractionSignOff(north, { retractionId, conflict: 'none' }));
    const proof = { kind: 'passkey', assertion: key.sign(challenge) };
    answerOf(await signRetraction(north, { retractionId, nonce, proof }));
    const at = { workspaceId: workspace.id, slug, number: 1 };
    const partsOf = (position: number) =>
      Promise.all(proofParts.map(async (part) => (await retractionProofBytes({ ...at, position, part }, db))?.sha256));
    expect(await partsOf(1)).toEqual(proofParts.map(() => undefined));
    answerOf(await countersign(contextFor(db, workspace.south.moderators[0]), retractionId));
    expect(await partsOf(1)).toEqual(proofParts.map(() => expect.stringMatching(/^[0-9a-f]{64}$/)));
    expect(await partsOf(2)).toEqual(proofParts.map(() => undefined));
    const shown = await publishedVerdict({ workspaceId: workspace.id, slug }, db);
    expect(shown).toMatchObject({ retraction: { signOffs: [{ proof: { kind: 'passkey', algorithm: -8 } }, {}] } });
  });
});
