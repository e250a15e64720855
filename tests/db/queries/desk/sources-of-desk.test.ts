import { expect, it } from 'vitest';
import { sourcesOfWorkspace } from '@/db/queries/desk/sources-of-desk';
import { buildOpenClaim, buildSource, buildWorkspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';

describeOnBothDatabases('the sources of a desk', (open) => {
  it('come newest claim first and page by page, each once', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const checker = workspace.north.checkers[0];
    const claims = [await buildOpenClaim(db, workspace), await buildOpenClaim(db, workspace)];
    for (const { id } of claims) for (const _ of [1, 2, 3]) await buildSource(db, checker, id);
    // Another desk's stay out of the list and out of its number.
    const other = await buildWorkspace(db);
    await buildSource(db, other.north.checkers[0], (await buildOpenClaim(db, other)).id);

    const seen: string[] = [];
    let after: { claim: number; source: number } | undefined;
    do {
      const page = await sourcesOfWorkspace({ workspaceId: workspace.id, after, limit: 2 }, db);
      expect(page.total).toBe(6);
      expect(page.items.length).toBe(2);
      seen.push(...page.items.map(({ claimNumber, number }) => `${claimNumber}.${number}`));
      after = page.next;
    } while (after !== undefined);
    const [first, second] = claims.map(({ number }) => number);
    expect(seen).toEqual([second, first].flatMap((claim) => [1, 2, 3].map((number) => `${claim}.${number}`)));
  });
});
