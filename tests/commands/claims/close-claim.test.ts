import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { claims } from '@/db/schema';
import { buildClaim, buildOpenClaim, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision } from '@/tests/support/sign';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

const reason = 'The sentence predicts the future.';

describeOnBothDatabases('closing a claim', (open) => {
  it.each(['submitted', 'open'])('[L1] ends a claim that is %s, and keeps the reason', async (state) => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = state === 'open' ? await buildOpenClaim(db, workspace) : await buildClaim(db, workspace);
    const result = await closeClaim(contextFor(db, workspace.south.checkers[0]), {
      claimId: claim.id,
      as: 'not-checkable',
      reason,
    });
    expect(result).toEqual({ ok: true, value: { state: 'closed' } });
    const [row] = await db.select().from(claims).where(eq(claims.id, claim.id));
    expect(row).toMatchObject({ state: 'closed', closedAs: 'not-checkable', closedReason: reason, closedAt: noon });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'claim.closed',
      facts: { number: claim.number, as: 'not-checkable', reason },
    });
    const again = () => closeClaim(contextFor(db, workspace.north.checkers[0]), { claimId: claim.id, as: 'duplicate', reason });
    expect(await refusalOf(db, workspace.id, again)).toEqual({ code: 'illegal-move', from: 'closed', move: 'close' });
  });

  it('lets only the submitting party withdraw it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildOpenClaim(db, workspace);
    const withdraw = { claimId: claim.id, as: 'withdrawn', reason };
    expect(await refusalOf(db, workspace.id, () => closeClaim(contextFor(db, workspace.south.moderators[0]), withdraw))).toEqual({
      code: 'not-your-claim',
    });
    expect((await closeClaim(contextFor(db, workspace.north.moderators[0]), withdraw)).ok).toBe(true);
  });

  it('refuses while a revision is being signed', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { claimId } = await buildRevision(db, workspace);
    const closing = () => closeClaim(contextFor(db, workspace.north.moderators[0]), { claimId, as: 'not-checkable', reason });
    expect(await refusalOf(db, workspace.id, closing)).toEqual({ code: 'revision-in-signing', number: 1 });
  });

  it('refuses a short reason and a closing that does not exist', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    for (const input of [
      { claimId, as: 'duplicate', reason: 'x'.repeat(19) },
      { claimId, as: 'published', reason },
      { claimId, as: 'duplicate' },
      'close',
    ]) {
      expect((await refusalOf(db, workspace.id, () => closeClaim(context, input))).code).toBe('invalid-input');
    }
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildClaim(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => closeClaim(context, { claimId: id, as: 'duplicate', reason }));
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) =>
      closeClaim(context, { claimId, as: 'duplicate', reason }),
    );
  });
});
