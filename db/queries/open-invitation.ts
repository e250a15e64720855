import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { invitations, people, workspaces } from '@/db/schema';
import { barToSeating, type PartySeats } from '@/domain/membership/bar-to-seating';
import { isOpen } from '@/domain/membership/invitation';
import { digestOf } from '@/domain/record/canonical';
import { charterInForce } from './charter-of-claim';
import { seatsOfParties } from './seats-of-parties';

export type OpenInvitation = {
  invitation: typeof invitations.$inferSelect;
  party: PartySeats;
  desk: string;
  inviter: string;
};

/**
 * The invitation of a link, if it may be accepted at this moment; null for one that is unknown, used, revoked, outlived or too old, which nobody can tell
 * apart (SPEC M3). `forUpdate` keeps the row until the transaction ends, so that a link is used once.
 */
export async function openInvitation(
  { token, now, forUpdate = false }: { token: string; now: Date; forUpdate?: boolean },
  conn: Db | Tx,
): Promise<OpenInvitation | null> {
  const asked = conn
    .select()
    .from(invitations)
    .where(eq(invitations.tokenSha256, digestOf(token)));
  const [invitation] = await (forUpdate ? asked.for('update') : asked);
  if (invitation === undefined || !isOpen(invitation, now)) return null;
  const { workspaceId, partyId, role, invitedBy, invitedByParty } = invitation;
  const party = (await seatsOfParties({ workspaceId }, conn)).find(({ id }) => id === partyId);
  const [names] = await conn
    .select({ desk: workspaces.name, inviter: people.name })
    .from(workspaces)
    .innerJoin(people, eq(people.id, invitedBy))
    .where(eq(workspaces.id, workspaceId));
  if (party === undefined || names === undefined) return null;
  // What a party's own moderator gave stays given; the steward's offer ends when it is not needed any more (SPEC M4).
  const inForce = invitedByParty === null && (await charterInForce({ workspaceId }, conn)) !== undefined;
  const by = invitedByParty === null ? ({ role: 'steward', party: null } as const) : { role: 'moderator' as const, party };
  return barToSeating(by, { party, role, inForce }) === undefined ? { invitation, party, ...names } : null;
}
