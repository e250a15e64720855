import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { navCounts } from '@/db/queries/desk/nav-counts';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, sign } from '@/tests/support/sign';

describeOnBothDatabases('the numbers beside the links of a desk', (open) => {
  it('count claims that ask for work, not those that are closed or published', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const count = async () => (await navCounts({ workspaceId: workspace.id }, db)).claims;
    await buildClaim(db, workspace);
    const closed = await buildOpenClaim(db, workspace);
    const revision = await buildRevision(db, workspace);
    expect(await count()).toBe(3);
    const reason = 'An opinion, which nobody can check.';
    answerOf(await closeClaim(contextFor(db, north.moderators[0]), { claimId: closed.id, as: 'not-checkable', reason }));
    expect(await count()).toBe(2);
    for (const desk of [north, south]) answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, revision));
    expect(await count()).toBe(1);
  });
});
