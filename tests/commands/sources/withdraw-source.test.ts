import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { acceptSource } from '@/commands/sources/accept-source';
import { regradeSource } from '@/commands/sources/regrade-source';
import { withdrawSource } from '@/commands/sources/withdraw-source';
import { answerOf, buildSource } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildAttached, changed, closing } from './attached';

describeOnBothDatabases('withdrawing a source', (open) => {
  it('[S6] takes it back for good, and never gives its number again', async () => {
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

  it('[A3] [A6] refuses another party, a closed claim, who may not, and what is not theirs', async () => {
    const db = await open();
    const { workspace, claimId, sourceId, north, south } = await buildAttached(db);
    expect(await refusalOf(db, workspace.id, () => withdrawSource(south, { sourceId }))).toEqual({ code: 'not-your-source' });
    await expectOnlyEditors(db, workspace, (context) => withdrawSource(context, { sourceId }));
    await expectForeignIsUnknown(db, workspace, sourceId, (context, id) => withdrawSource(context, { sourceId: id }));
    answerOf(await closeClaim(north, { claimId, ...closing }));
    expect(await refusalOf(db, workspace.id, () => withdrawSource(north, { sourceId }))).toEqual({
      code: 'claim-not-open',
      state: 'closed',
    });
  });
});
