import { inArray } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { changeClaims } from '@/commands/claims/change-claims';
import { closeClaim } from '@/commands/claims/close-claim';
import { claims } from '@/db/schema';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision } from '@/tests/support/sign';
import { eventsOf, expectOnlyEditors, refusalOf } from '@/tests/support/trace';

const reason = 'An opinion, which nobody can check.';

describeOnBothDatabases('changing many claims', (open) => {
  it('[D7] does what each claim allows, and says of the others why not', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const context = contextFor(db, workspace.north.checkers[0]);
    const [first, second] = [await buildClaim(db, workspace), await buildOpenClaim(db, workspace)];
    const closed = await buildClaim(db, workspace);
    answerOf(await closeClaim(context, { claimId: closed.id, as: 'not-checkable', reason }));
    const { claimId: signing } = await buildRevision(db, workspace);
    const foreign = await buildClaim(db, await buildWorkspace(db));
    const all = [first.id, second.id, closed.id, signing, foreign.id];
    const change = (changes: object) => changeClaims(context, { claimIds: all, change: changes }).then(answerOf);

    expect(await change({ kind: 'due', dueOn: '2026-03-09' })).toEqual({
      done: [first.id, second.id, signing],
      refused: [
        { claimId: closed.id, refusal: { code: 'claim-closed' } },
        { claimId: foreign.id, refusal: { code: 'not-found' } },
      ],
    });
    expect((await change({ kind: 'assign', personId: workspace.north.checkers[1].id })).done).toEqual([
      first.id,
      second.id,
      signing,
    ]);
    const before = (await eventsOf(db, workspace.id)).length;
    expect(await change({ kind: 'close', as: 'not-checkable', statement: 'opinion', reason })).toEqual({
      done: [first.id, second.id],
      refused: [
        { claimId: closed.id, refusal: { code: 'illegal-move', from: 'closed', move: 'close' } },
        { claimId: signing, refusal: { code: 'revision-in-signing', number: 1 } },
        { claimId: foreign.id, refusal: { code: 'not-found' } },
      ],
    });
    // One event for each claim that was closed, by the command that closes one.
    const events = (await eventsOf(db, workspace.id)).slice(before);
    expect(events.map(({ type, subjectId }) => [type, subjectId])).toEqual([
      ['claim.closed', first.id],
      ['claim.closed', second.id],
    ]);
    const rows = await db.select().from(claims).where(inArray(claims.id, all));
    expect(rows.filter(({ closedReason }) => closedReason === reason)).toHaveLength(3);
  });

  it('[D7] refuses as a whole what is no change, and more claims than anybody has seen', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildClaim(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    const due = { kind: 'due', dueOn: '2026-03-09' };
    for (const input of [
      { claimIds: [], change: due },
      { claimIds: Array.from({ length: 101 }, () => context.newId()), change: due },
      { claimIds: ['x'], change: due },
      { claimIds: [id], change: { kind: 'close', as: 'withdrawn', reason } },
      { claimIds: [id], change: { kind: 'close', as: 'not-checkable', reason: 'Short.' } },
      { claimIds: [id], change: { kind: 'publish' } },
      { claimIds: [id], change: { ...due, claimId: id } },
    ])
      expect((await refusalOf(db, workspace.id, () => changeClaims(context, input))).code, JSON.stringify(input)).toBe(
        'invalid-input',
      );
  });

  it('[A2] refuses who may not', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildClaim(db, workspace);
    for (const change of [
      { kind: 'due', dueOn: '2026-03-09' },
      { kind: 'assign', personId: null },
      { kind: 'close', as: 'not-checkable', reason },
    ])
      await expectOnlyEditors(db, workspace, (context) => changeClaims(context, { claimIds: [id], change }));
  });
});
