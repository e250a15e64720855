import { expect, it } from 'vitest';
import { inviteMember } from '@/commands/membership/invite-member';
import { invitationsOfDesk } from '@/db/queries/desk/invitations-of-desk';
import { answerOf, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { invitationInput } from '@/tests/support/invite';

describeOnBothDatabases('the open invitations of a desk', (open) => {
  it('[M9] tell an address to those alone who may act on it', async () => {
    const db = await open();
    const { id: workspaceId, north, south } = await buildWorkspace(db);
    const input = invitationInput(north.id);
    for (const [by, made] of [
      [north.moderators[0], input],
      [south.moderators[0], invitationInput(south.id)],
    ] as const)
      answerOf(await inviteMember(contextFor(db, by), made));
    const seen = await invitationsOfDesk({ workspaceId, now: noon, sees: ({ partyId }) => partyId === north.id }, db);
    expect(seen.map(({ partyId, email }) => [partyId, email])).toEqual([
      [north.id, input.email],
      [south.id, undefined],
    ]);
    const later = new Date(noon.getTime() + 72 * 60 * 60 * 1000);
    expect(await invitationsOfDesk({ workspaceId, now: later, sees: () => true }, db)).toEqual([]);
  });
});
