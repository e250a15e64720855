import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { memberships, parties } from '@/db/schema';

/** Who sits at a desk now for a party: everybody, or the moderators of the signing parties alone, who decide. Ids, for `tell`. */
export async function peopleAt(
  tx: Tx,
  { workspaceId, who }: { workspaceId: string; who: 'everybody' | 'signing-moderators' },
): Promise<string[]> {
  const deciding = and(eq(memberships.role, 'moderator'), eq(parties.standing, 'signing'));
  const rows = await tx
    .select({ personId: memberships.personId })
    .from(memberships)
    .innerJoin(parties, eq(parties.id, memberships.partyId))
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        isNull(memberships.endedAt),
        isNotNull(memberships.partyId),
        who === 'everybody' ? undefined : deciding,
      ),
    );
  return rows.map(({ personId }) => personId);
}
