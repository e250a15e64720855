import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { memberships, parties } from '@/db/schema';

type Who = 'everybody' | 'signing-moderators' | { moderatorsOf: readonly string[] };

/** Who sits at a desk now for a party: everybody, or the moderators of the signing parties alone, who decide, or those of some parties. Ids, for `tell`. */
export async function peopleAt(tx: Tx, { workspaceId, who }: { workspaceId: string; who: Who }): Promise<string[]> {
  const isAsked = typeof who === 'string' ? eq(parties.standing, 'signing') : inArray(parties.id, [...who.moderatorsOf]);
  const rows = await tx
    .select({ personId: memberships.personId })
    .from(memberships)
    .innerJoin(parties, eq(parties.id, memberships.partyId))
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        isNull(memberships.endedAt),
        isNotNull(memberships.partyId),
        who === 'everybody' ? undefined : and(eq(memberships.role, 'moderator'), isAsked),
      ),
    );
  return rows.map(({ personId }) => personId);
}
