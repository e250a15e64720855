import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { acceptSource } from '@/commands/sources/accept-source';
import { disputeSource } from '@/commands/sources/dispute-source';
import { regradeSource } from '@/commands/sources/regrade-source';
import { withdrawSource } from '@/commands/sources/withdraw-source';
import type { Db } from '@/db/handle';
import { sources } from '@/db/schema';
import { answerOf, buildOpenClaim, buildSource, buildWorkspace, contextFor, grading, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

const reason = 'The publisher reports to a ministry of one of the sides.';
const changed = { stance: 'context', primacy: 'secondary', interest: 'declared', interestNote: 'It is funded by a side.' };

async function buildAttached(db: Db) {
  const workspace = await buildWorkspace(db);
  const claim = await buildOpenClaim(db, workspace);
  const source = await buildSource(db, workspace.north.checkers[0], claim.id);
  return {
    workspace,
    claimId: claim.id,
    sourceId: source.id,
    north: contextFor(db, workspace.north.checkers[1]),
    south: contextFor(db, workspace.south.checkers[0]),
  };
}

const rowOf = async (db: Db, sourceId: string) => (await db.select().from(sources).where(eq(sources.id, sourceId)))[0];

describeOnBothDatabases('accepting and disputing a source', (open) => {
  it('[S2] takes the word of another party, and records whose', async () => {
    const db = await open();
    const { workspace, sourceId, south } = await buildAttached(db);
    expect(await acceptSource(south, { sourceId, grading: 1 })).toEqual({ ok: true, value: { state: 'accepted', grading: 1 } });
    expect(await rowOf(db, sourceId)).toMatchObject({
      state: 'accepted',
      decidedByParty: workspace.south.id,
      decidedAt: noon,
      disputeReason: null,
    });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'source.accepted',
      subjectId: sourceId,
      facts: { number: 1, grading: 1, party: 'Southern desk' },
    });
  });

  it('[S2] refuses the party that attached it, whoever of it asks', async () => {
    const db = await open();
    const { workspace, sourceId, north } = await buildAttached(db);
    expect(await refusalOf(db, workspace.id, () => acceptSource(north, { sourceId, grading: 1 }))).toEqual({
      code: 'own-source',
    });
    expect(await refusalOf(db, workspace.id, () => disputeSource(north, { sourceId, grading: 1, reason }))).toEqual({
      code: 'own-source',
    });
  });

  it('[S3] [S4] refuses a decision on a grading that was changed meanwhile', async () => {
    const db = await open();
    const { workspace, sourceId, north, south } = await buildAttached(db);
    answerOf(await acceptSource(south, { sourceId, grading: 1 }));
    expect(await regradeSource(north, { sourceId, grading: changed })).toEqual({
      ok: true,
      value: { grading: 2, state: 'proposed' },
    });
    expect(await rowOf(db, sourceId)).toMatchObject({
      ...changed,
      grading: 2,
      state: 'proposed',
      decidedBy: null,
      decidedByParty: null,
      decidedAt: null,
    });
    expect(await refusalOf(db, workspace.id, () => acceptSource(south, { sourceId, grading: 1 }))).toEqual({
      code: 'grading-changed',
      grading: 2,
    });
    expect((await acceptSource(south, { sourceId, grading: 2 })).ok).toBe(true);
  });

  it('[S8] keeps the reason of a dispute, and drops it when the source is accepted after all', async () => {
    const db = await open();
    const { workspace, sourceId, south } = await buildAttached(db);
    expect(await disputeSource(south, { sourceId, grading: 1, reason })).toEqual({
      ok: true,
      value: { state: 'disputed', grading: 1 },
    });
    expect(await rowOf(db, sourceId)).toMatchObject({ state: 'disputed', disputeReason: reason });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'source.disputed', facts: { number: 1, grading: 1 } });
    expect(await refusalOf(db, workspace.id, () => disputeSource(south, { sourceId, grading: 1, reason }))).toEqual({
      code: 'already-decided',
      state: 'disputed',
    });
    answerOf(await acceptSource(south, { sourceId, grading: 1 }));
    expect(await rowOf(db, sourceId)).toMatchObject({ state: 'accepted', disputeReason: null });
  });

  it('[S8] refuses a dispute without a reason, and a grading that is no number', async () => {
    const db = await open();
    const { workspace, sourceId, south } = await buildAttached(db);
    for (const input of [
      { sourceId, grading: 1 },
      { sourceId, grading: 1, reason: 'No.' },
      { sourceId, grading: '1', reason },
      { sourceId, grading: 1e300, reason },
    ]) {
      expect((await refusalOf(db, workspace.id, () => disputeSource(south, input))).code).toBe('invalid-input');
    }
    expect((await refusalOf(db, workspace.id, () => acceptSource(south, { sourceId, grading: 1.5 }))).code).toBe('invalid-input');
  });

  it('lets only the party that attached it grade it anew or take it back', async () => {
    const db = await open();
    const { workspace, sourceId, north, south } = await buildAttached(db);
    expect(await refusalOf(db, workspace.id, () => regradeSource(south, { sourceId, grading: changed }))).toEqual({
      code: 'not-your-source',
    });
    expect(await refusalOf(db, workspace.id, () => withdrawSource(south, { sourceId }))).toEqual({ code: 'not-your-source' });
    expect(await refusalOf(db, workspace.id, () => regradeSource(north, { sourceId, grading }))).toEqual({ code: 'unchanged' });
    const unnamed = { ...changed, interestNote: '' };
    expect((await refusalOf(db, workspace.id, () => regradeSource(north, { sourceId, grading: unnamed }))).code).toBe(
      'invalid-input',
    );
  });

  it('[S6] takes a source back for good, and never gives its number again', async () => {
    const db = await open();
    const { workspace, claimId, sourceId, north, south } = await buildAttached(db);
    expect(await withdrawSource(north, { sourceId })).toEqual({ ok: true, value: { state: 'withdrawn' } });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'source.withdrawn',
      subjectId: sourceId,
      facts: { number: 1 },
    });
    const refused = { code: 'source-withdrawn' };
    expect(await refusalOf(db, workspace.id, () => withdrawSource(north, { sourceId }))).toEqual(refused);
    expect(await refusalOf(db, workspace.id, () => acceptSource(south, { sourceId, grading: 1 }))).toEqual(refused);
    expect(await refusalOf(db, workspace.id, () => regradeSource(north, { sourceId, grading: changed }))).toEqual(refused);
    expect((await buildSource(db, workspace.south.checkers[0], claimId)).number).toBe(2);
  });

  it('refuses all of it once the claim is closed', async () => {
    const db = await open();
    const { workspace, claimId, sourceId, north, south } = await buildAttached(db);
    answerOf(await closeClaim(north, { claimId, as: 'duplicate', reason: 'The same claim was submitted before.' }));
    const refused = { code: 'claim-not-open', state: 'closed' };
    expect(await refusalOf(db, workspace.id, () => acceptSource(south, { sourceId, grading: 1 }))).toEqual(refused);
    expect(await refusalOf(db, workspace.id, () => disputeSource(south, { sourceId, grading: 1, reason }))).toEqual(refused);
    expect(await refusalOf(db, workspace.id, () => regradeSource(north, { sourceId, grading: changed }))).toEqual(refused);
    expect(await refusalOf(db, workspace.id, () => withdrawSource(north, { sourceId }))).toEqual(refused);
  });

  it.each([
    [
      'accepting',
      (context: Parameters<typeof acceptSource>[0], sourceId: string) => acceptSource(context, { sourceId, grading: 1 }),
    ],
    [
      'disputing',
      (context: Parameters<typeof acceptSource>[0], sourceId: string) => disputeSource(context, { sourceId, grading: 1, reason }),
    ],
    [
      'grading anew',
      (context: Parameters<typeof acceptSource>[0], sourceId: string) => regradeSource(context, { sourceId, grading: changed }),
    ],
    ['withdrawing', (context: Parameters<typeof acceptSource>[0], sourceId: string) => withdrawSource(context, { sourceId })],
  ])('[A3] [A6] refuses %s to who may not, and for what is not theirs', async (_, command) => {
    const db = await open();
    const { workspace, sourceId } = await buildAttached(db);
    await expectOnlyEditors(db, workspace, (context) => command(context, sourceId));
    await expectForeignIsUnknown(db, workspace, sourceId, command);
  });
});
