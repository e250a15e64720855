import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { memberships } from '@/db/schema';
import type { PartySeats } from '@/domain/membership/bar-to-seating';
import { partiesOfDesk } from './parties-of-desk';

/** Each party of a desk with how many people and moderators it has now, in the desk's order. */
export async function seatsOfParties({ workspaceId }: { workspaceId: string }, conn: Db | Tx): Promise<PartySeats[]> {
  const parties = await partiesOfDesk({ workspaceId }, conn);
  const taken = await conn
    .select({ partyId: memberships.partyId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), isNull(memberships.endedAt)));
  return parties.map(({ id, name, standing }) => {
    const seated = taken.filter(({ partyId }) => partyId === id);
    return { id, name, standing, members: seated.length, moderators: seated.filter(({ role }) => role === 'moderator').length };
  });
}
