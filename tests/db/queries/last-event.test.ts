import { expect, it } from 'vitest';
import { assignClaim } from '@/commands/claims/assign-claim';
import { changeAccount } from '@/commands/membership/change-account';
import { lastEvent } from '@/db/queries/last-event';
import { answerOf, buildOpenClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';

describeOnBothDatabases('the number of the newest event', (open) => {
  it('[D4] [D9] rises for a party alone when it or its people do what they keep to themselves', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildOpenClaim(db, workspace);
    const { north, south, id: workspaceId } = workspace;
    const seen = (partyId: string | null) => lastEvent({ workspaceId, partyId }, db);
    const before = await seen(south.id);
    expect(await seen(north.id)).toBe(before);
    const [checker] = north.checkers;
    answerOf(await assignClaim(contextFor(db, checker), { claimId: claim.id, personId: checker.id }));
    const assigned = await seen(north.id);
    expect(assigned).toBeGreaterThan(before);
    answerOf(await changeAccount(contextFor(db, checker), { publicName: '', locale: 'fr' }));
    expect(await seen(north.id)).toBeGreaterThan(assigned);
    expect([await seen(south.id), await seen(null)]).toEqual([before, before]);
  });
});
