import { expect, it } from 'vitest';
import { withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { ok } from '@/domain/result';
import { buildClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';

describeOnBothDatabases('the lock of a workspace', (open) => {
  it('is held by one transaction at a time', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    let inside = 0;
    let most = 0;
    const hold = () =>
      withTransaction(contextFor(db, workspace.north.checkers[0]), async (tx) => {
        await lockWorkspace(tx, workspace.id);
        inside += 1;
        most = Math.max(most, inside);
        // A round trip, in which another holder would show.
        await lockWorkspace(tx, workspace.id);
        inside -= 1;
        return ok(true);
      });
    await Promise.all([hold(), hold(), hold(), hold()]);
    expect(most).toBe(1);
  });

  it('keeps another workspace, and inserts into its own, from waiting for ever', async () => {
    const db = await open();
    const [one, other] = [await buildWorkspace(db), await buildWorkspace(db)];
    const lock = (id: string) =>
      withTransaction(contextFor(db, one.north.checkers[0]), async (tx) => {
        await lockWorkspace(tx, id);
        return ok(id);
      });
    const all = await Promise.all([lock(one.id), buildClaim(db, one), lock(other.id), buildClaim(db, other)]);
    expect(all).toHaveLength(4);
  });
});
