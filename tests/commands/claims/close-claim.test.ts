import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { reopenClaim } from '@/commands/claims/reopen-claim';
import { claimOfDesk } from '@/db/queries/desk/claim-of-desk';
import { claims } from '@/db/schema';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor, noon } from '@/tests/support/build';
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
    const again = () => closeClaim(contextFor(db, workspace.north.checkers[0]), { claimId: claim.id, as: 'withdrawn', reason });
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
      { claimId, as: 'not-checkable', reason: 'x'.repeat(19) },
      { claimId, as: 'published', reason },
      { claimId, as: 'not-checkable' },
      { claimId, as: 'duplicate', reason, duplicateOf: 'claim 1' },
      'close',
    ]) {
      expect((await refusalOf(db, workspace.id, () => closeClaim(context, input))).code).toBe('invalid-input');
    }
  });

  it('[IN12] names the claim that a duplicate repeats, and each leads to the other', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [first, second] = [await buildClaim(db, workspace), await buildOpenClaim(db, workspace)];
    const context = contextFor(db, workspace.south.checkers[0]);
    const close = (duplicateOf: string) =>
      closeClaim(context, { claimId: first.id, as: 'duplicate', reason: 'The ferry is meant in both.', duplicateOf });
    expect(await close(second.id)).toEqual({ ok: true, value: { state: 'closed' } });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ facts: { as: 'duplicate', duplicateOf: second.number } });
    const of = async (claimId: string) => claimOfDesk({ claimId, workspaceId: workspace.id }, db);
    expect((await of(first.id))?.duplicateOf).toMatchObject({ id: second.id, number: second.number });
    expect((await of(second.id))?.duplicates).toEqual([{ id: first.id, number: first.number }]);

    await reopenClaim(contextFor(db, workspace.north.moderators[0]), {
      claimId: first.id,
      reason: 'It speaks of another ferry.',
    });
    expect((await of(first.id))?.duplicateOf).toBeNull();
    expect((await of(second.id))?.duplicates).toEqual([]);
  });

  it('[IN12] refuses a duplicate of nothing, of itself, of a duplicate, and of what is not of this workspace', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [first, second, third] = [
      await buildClaim(db, workspace),
      await buildClaim(db, workspace),
      await buildClaim(db, workspace),
    ];
    const foreign = await buildClaim(db, await buildWorkspace(db));
    const context = contextFor(db, workspace.south.checkers[0]);
    const close = (claimId: string, duplicateOf?: string) =>
      closeClaim(context, { claimId, as: 'duplicate', reason, ...(duplicateOf !== undefined && { duplicateOf }) });
    const refused = (duplicateOf?: string) => refusalOf(db, workspace.id, () => close(first.id, duplicateOf));
    expect(await refused()).toEqual({ code: 'duplicate-of-nothing' });
    expect(await refused('')).toEqual({ code: 'duplicate-of-nothing' });
    expect(await refused(first.id)).toEqual({ code: 'duplicate-of-itself' });
    expect(await refused(foreign.id)).toEqual({ code: 'not-found' });
    expect((await close(second.id, third.id)).ok).toBe(true);
    expect(await refused(second.id)).toEqual({ code: 'duplicate-of-duplicate', number: second.number });
  });

  it('[IN12] lets two claims that are closed at once as duplicates of each other not both be closed', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [first, second] = [await buildClaim(db, workspace), await buildClaim(db, workspace)];
    const close = (claimId: string, duplicateOf: string) =>
      closeClaim(contextFor(db, workspace.south.checkers[0]), { claimId, as: 'duplicate', reason, duplicateOf });
    const both = await Promise.all([close(first.id, second.id), close(second.id, first.id)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
  });

  it('[C02] says which kind of statement nobody can check', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    const closing = { claimId, as: 'not-checkable', statement: 'prediction', reason };
    answerOf(await closeClaim(contextFor(db, workspace.north.checkers[0]), closing));
    const [row] = await db.select().from(claims).where(eq(claims.id, claimId));
    expect(row).toMatchObject({ closedAs: 'not-checkable', statement: 'prediction' });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'claim.closed', facts: { kind: 'prediction' } });
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildClaim(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => closeClaim(context, { claimId: id, as: 'not-checkable', reason }));
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) =>
      closeClaim(context, { claimId, as: 'not-checkable', reason }),
    );
  });
});
