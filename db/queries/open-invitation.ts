import { and, asc, eq, isNull } from 'drizzle-orm';
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
  { now, forUpdate = false, ...named }: ({ token: string } | { id: string }) & { now: Date; forUpdate?: boolean },
  conn: Db | Tx,
): Promise<OpenInvitation | null> {
  const asked = conn
    .select()
    .from(invitations)
    .where('token' in named ? eq(invitations.tokenSha256, digestOf(named.token)) : eq(invitations.id, named.id));
  const [invitation] = await (forUpdate ? asked.for('update') : asked);
  return invitation === undefined ? null : opened(invitation, now, conn);
}

/** Every invitation of an address that may be accepted at this moment, for who has proved that the address is theirs (SPEC M26). */
export async function openInvitationsOf({ email, now }: { email: string; now: Date }, conn: Db | Tx): Promise<OpenInvitation[]> {
  const rows = await conn
    .select()
    .from(invitations)
    .where(and(eq(invitations.email, email), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .orderBy(asc(invitations.id));
  const found: OpenInvitation[] = [];
  for (const row of rows) {
    const open = await opened(row, now, conn);
    if (open !== null) found.push(open);
  }
  return found;
}

async function opened(invitation: typeof invitations.$inferSelect, now: Date, conn: Db | Tx): Promise<OpenInvitation | null> {
  if (!isOpen(invitation, now)) return null;
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
