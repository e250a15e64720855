import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { acceptSource } from '@/commands/sources/accept-source';
import { regradeSource } from '@/commands/sources/regrade-source';
import { sources } from '@/db/schema';
import { answerOf, grading } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildAttached, changed, closing } from './attached';

describeOnBothDatabases('grading a source anew', (open) => {
  it('[S4] asks the other party again, and forgets what it decided of the old grading', async () => {
    const db = await open();
    const { workspace, sourceId, north, south } = await buildAttached(db);
    answerOf(await acceptSource(south, { sourceId, grading: 1 }));
    expect(await regradeSource(north, { sourceId, grading: changed })).toEqual({
      ok: true,
      value: { grading: 2, state: 'proposed' },
    });
    const [row] = await db.select().from(sources).where(eq(sources.id, sourceId));
    expect(row).toMatchObject({
      ...changed,
      grading: 2,
      state: 'proposed',
      decidedBy: null,
      decidedByParty: null,
      decidedAt: null,
    });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'source.regraded', subjectId: sourceId });
  });

  it('is for the party that attached it, and for a grading that is another and whole', async () => {
    const db = await open();
    const { workspace, sourceId, north, south } = await buildAttached(db);
    const refused = (context: typeof north, asked: unknown) =>
      refusalOf(db, workspace.id, () => regradeSource(context, { sourceId, grading: asked }));
    expect(await refused(south, changed)).toEqual({ code: 'not-your-source' });
    expect(await refused(north, grading)).toEqual({ code: 'unchanged' });
    expect((await refused(north, { ...changed, interestNote: '' })).code).toBe('invalid-input');
  });

  it('[A3] [A6] refuses a closed claim, who may not, and what is not theirs', async () => {
    const db = await open();
    const { workspace, claimId, sourceId, north } = await buildAttached(db);
    await expectOnlyEditors(db, workspace, (context) => regradeSource(context, { sourceId, grading: changed }));
    await expectForeignIsUnknown(db, workspace, sourceId, (context, id) =>
      regradeSource(context, { sourceId: id, grading: changed }),
    );
    answerOf(await closeClaim(north, { claimId, ...closing }));
    expect(await refusalOf(db, workspace.id, () => regradeSource(north, { sourceId, grading: changed }))).toEqual({
      code: 'claim-not-open',
      state: 'closed',
    });
  });
});
