import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { setDueDate } from '@/commands/claims/set-due-date';
import { claims } from '@/db/schema';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('setting the day when a claim is due', (open) => {
  it('[D3] keeps a day that either party sets, moves and takes away', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId, number } = await buildClaim(db, workspace);
    const dueOn = async () => (await db.select({ dueOn: claims.dueOn }).from(claims).where(eq(claims.id, claimId)))[0]?.dueOn;
    const set = (person: Parameters<typeof contextFor>[1], day: string | null) =>
      setDueDate(contextFor(db, person), { claimId, dueOn: day });
    expect(await set(workspace.north.checkers[0], '2026-03-09')).toEqual({ ok: true, value: { dueOn: '2026-03-09' } });
    expect(await dueOn()).toBe('2026-03-09');
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'claim.due-set',
      facts: { number, dueOn: '2026-03-09', before: null },
    });
    answerOf(await set(workspace.south.moderators[0], '2026-02-28'));
    answerOf(await set(workspace.south.checkers[0], ''));
    expect(await dueOn()).toBeNull();
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ facts: { dueOn: null, before: '2026-02-28' } });
  });

  it('[D3] refuses on a closed claim, a day that it is due already, and what is no day', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    answerOf(await setDueDate(context, { claimId, dueOn: '2026-03-09' }));
    const refused = async (input: unknown) => (await refusalOf(db, workspace.id, () => setDueDate(context, input))).code;
    expect(await refused({ claimId, dueOn: '2026-03-09' })).toBe('unchanged');
    for (const dueOn of ['2026-02-30', 'tomorrow', 3, undefined, '2026-03-09T00:00:00Z'])
      expect(await refused({ claimId, dueOn }), String(dueOn)).toBe('invalid-input');
    answerOf(await closeClaim(context, { claimId, as: 'not-checkable', reason: 'It predicts the future.' }));
    expect(await refused({ claimId, dueOn: null })).toBe('claim-closed');
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildClaim(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => setDueDate(context, { claimId: id, dueOn: '2026-03-09' }));
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) => setDueDate(context, { claimId, dueOn: '2026-03-09' }));
  });
});
