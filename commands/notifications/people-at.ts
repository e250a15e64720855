import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { partiesOfDesk } from '@/db/queries/parties-of-desk';
import { memberships } from '@/db/schema';

type Who = 'everybody' | 'signing-moderators' | { moderatorsOf: readonly string[] };

/** Who sits at a desk now for a party: everybody, or the moderators of the signing parties alone, who decide, or those of some parties. Ids, for `tell`. */
export async function peopleAt(tx: Tx, { workspaceId, who }: { workspaceId: string; who: Who }): Promise<string[]> {
  const asked = await partiesAsked(tx, { workspaceId, who });
  const moderates = asked && and(eq(memberships.role, 'moderator'), inArray(memberships.partyId, [...asked]));
  const seated = and(eq(memberships.workspaceId, workspaceId), isNull(memberships.endedAt), isNotNull(memberships.partyId));
  const rows = await tx.select({ personId: memberships.personId }).from(memberships).where(and(seated, moderates));
  return rows.map(({ personId }) => personId);
}

/** Whose moderators are meant; undefined for everybody. Who signs is what the charter's bytes say, and no standing kept beside them (SPEC H7). */
async function partiesAsked(
  tx: Tx,
  { workspaceId, who }: { workspaceId: string; who: Who },
): Promise<readonly string[] | undefined> {
  if (who === 'everybody') return undefined;
  if (typeof who === 'object') return who.moderatorsOf;
  return (await partiesOfDesk({ workspaceId }, tx)).filter(({ standing }) => standing === 'signing').map(({ id }) => id);
}
