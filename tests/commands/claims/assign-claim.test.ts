import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { assignClaim } from '@/commands/claims/assign-claim';
import { closeClaim } from '@/commands/claims/close-claim';
import { claimAssignments } from '@/db/schema';
import { answerOf, buildClaim, buildWorkspace, contextFor, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('assigning a claim', (open) => {
  it('[D4] gives it to one of the own party, each party by itself', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const { id: claimId, number } = await buildClaim(db, workspace);
    const inHand = async (partyId: string) => {
      const of = and(eq(claimAssignments.claimId, claimId), eq(claimAssignments.partyId, partyId));
      return (await db.select().from(claimAssignments).where(of)).map(({ personId }) => personId);
    };
    const assign = (by: Person, to: Person | null) => assignClaim(contextFor(db, by), { claimId, personId: to?.id ?? null });
    answerOf(await assign(north.checkers[0], north.checkers[1]));
    answerOf(await assign(south.moderators[0], south.moderators[0]));
    expect(await inHand(north.id)).toEqual([north.checkers[1].id]);
    answerOf(await assign(north.moderators[0], north.moderators[1]));
    expect([await inHand(north.id), await inHand(south.id)]).toEqual([[north.moderators[1].id], [south.moderators[0].id]]);
    // The event says that it was done and names nobody: whom, their own party reads in the list.
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'claim.assigned',
      facts: { number, isAssigned: true },
    });
    answerOf(await assign(north.checkers[0], null));
    expect([await inHand(north.id), await inHand(south.id)]).toEqual([[], [south.moderators[0].id]]);
  });

  it('[D4] refuses a person of another party exactly like an unknown one, and what changes nothing', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, steward } = workspace;
    const { id: claimId } = await buildClaim(db, workspace);
    const context = contextFor(db, north.checkers[0]);
    const refused = (personId: unknown) => refusalOf(db, workspace.id, () => assignClaim(context, { claimId, personId }));
    for (const personId of [south.checkers[0].id, steward.id, context.newId()])
      expect(await refused(personId)).toEqual({ code: 'person-not-of-party' });
    expect(await refused(null)).toEqual({ code: 'unchanged' });
    expect((await refused('nobody')).code).toBe('invalid-input');
    answerOf(await closeClaim(context, { claimId, as: 'not-checkable', reason: 'The same as another claim.' }));
    expect(await refused(north.checkers[0].id)).toEqual({ code: 'claim-closed' });
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildClaim(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => assignClaim(context, { claimId: id, personId: null }));
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) => assignClaim(context, { claimId, personId: null }));
  });
});
