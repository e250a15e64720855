import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { memberships } from '@/db/schema';
import type { PartySeats } from '@/domain/membership/bar-to-seating';
import { openAmendment } from './open-amendment';
import { partiesOfDesk } from './parties-of-desk';

/**
 * Each party of a desk with how many people and moderators it has now, in the desk's order. One that the open amendment would make a party is seated as it would be
 * then (SPEC H17).
 */
export async function seatsOfParties({ workspaceId }: { workspaceId: string }, conn: Db | Tx): Promise<PartySeats[]> {
  const parties = await partiesOfDesk({ workspaceId }, conn);
  const taken = await conn
    .select({ partyId: memberships.partyId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), isNull(memberships.endedAt)));
  const isAnyOutside = parties.some(({ standing }) => standing === 'outside');
  const next = isAnyOutside ? (await openAmendment({ workspaceId }, conn))?.charter.parties : undefined;
  return parties.map(({ id, name, standing }) => {
    const seated = taken.filter(({ partyId }) => partyId === id);
    const moderators = seated.filter(({ role }) => role === 'moderator').length;
    const joins = standing === 'outside' ? next?.find((party) => party.id === id)?.standing : undefined;
    return { id, name, standing: joins ?? standing, isJoining: joins !== undefined, members: seated.length, moderators };
  });
}
