import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { acceptSource } from '@/commands/sources/accept-source';
import { disputeSource } from '@/commands/sources/dispute-source';
import type { Db } from '@/db/handle';
import { sources } from '@/db/schema';
import { answerOf } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildAttached, closing, disputeReason as reason } from './attached';

const rowOf = async (db: Db, sourceId: string) => (await db.select().from(sources).where(eq(sources.id, sourceId)))[0];

describeOnBothDatabases('disputing a source', (open) => {
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
  });

  it('[S2] refuses the party that attached it', async () => {
    const db = await open();
    const { workspace, sourceId, north } = await buildAttached(db);
    expect(await refusalOf(db, workspace.id, () => disputeSource(north, { sourceId, grading: 1, reason }))).toEqual({
      code: 'own-source',
    });
  });

  it('[A3] [A6] refuses a closed claim, who may not, and what is not theirs', async () => {
    const db = await open();
    const { workspace, claimId, sourceId, north, south } = await buildAttached(db);
    const dispute = (id: string) => ({ sourceId: id, grading: 1, reason });
    await expectOnlyEditors(db, workspace, (context) => disputeSource(context, dispute(sourceId)));
    await expectForeignIsUnknown(db, workspace, sourceId, (context, id) => disputeSource(context, dispute(id)));
    answerOf(await closeClaim(north, { claimId, ...closing }));
    expect(await refusalOf(db, workspace.id, () => disputeSource(south, dispute(sourceId)))).toEqual({
      code: 'claim-not-open',
      state: 'closed',
    });
  });
});
