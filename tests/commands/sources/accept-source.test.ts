import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { acceptSource } from '@/commands/sources/accept-source';
import { regradeSource } from '@/commands/sources/regrade-source';
import { sources } from '@/db/schema';
import { answerOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildAttached, changed, closing } from './attached';

describeOnBothDatabases('accepting a source', (open) => {
  it('[S2] takes the word of another party, and records whose', async () => {
    const db = await open();
    const { workspace, sourceId, south } = await buildAttached(db);
    expect(await acceptSource(south, { sourceId, grading: 1 })).toEqual({ ok: true, value: { state: 'accepted', grading: 1 } });
    const [row] = await db.select().from(sources).where(eq(sources.id, sourceId));
    expect(row).toMatchObject({
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
  });

  it('[S3] [S4] refuses a grading that was changed meanwhile, and one that is no number', async () => {
    const db = await open();
    const { workspace, sourceId, north, south } = await buildAttached(db);
    answerOf(await regradeSource(north, { sourceId, grading: changed }));
    expect(await refusalOf(db, workspace.id, () => acceptSource(south, { sourceId, grading: 1 }))).toEqual({
      code: 'grading-changed',
      grading: 2,
    });
    expect((await refusalOf(db, workspace.id, () => acceptSource(south, { sourceId, grading: 1.5 }))).code).toBe('invalid-input');
    expect((await acceptSource(south, { sourceId, grading: 2 })).ok).toBe(true);
  });

  it('[A3] [A6] refuses a closed claim, who may not, and what is not theirs', async () => {
    const db = await open();
    const { workspace, claimId, sourceId, north, south } = await buildAttached(db);
    await expectOnlyEditors(db, workspace, (context) => acceptSource(context, { sourceId, grading: 1 }));
    await expectForeignIsUnknown(db, workspace, sourceId, (context, id) => acceptSource(context, { sourceId: id, grading: 1 }));
    answerOf(await closeClaim(north, { claimId, ...closing }));
    expect(await refusalOf(db, workspace.id, () => acceptSource(south, { sourceId, grading: 1 }))).toEqual({
      code: 'claim-not-open',
      state: 'closed',
    });
  });
});
