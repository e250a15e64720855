import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { partyExits } from '@/db/schema';

/** Of these parties, those that have left the charter, when and why: what they signed stays and is marked with it (C39). Times are ISO 8601. */
export async function leftParties(
  { workspaceId, among }: { workspaceId: string; among: string[] },
  conn: Db,
): Promise<{ party: string; at: string; reason: string }[]> {
  if (among.length === 0) return [];
  const rows = await conn
    .select({ party: partyExits.partyId, at: partyExits.leftAt, reason: partyExits.reason })
    .from(partyExits)
    .where(and(eq(partyExits.workspaceId, workspaceId), inArray(partyExits.partyId, among), isNotNull(partyExits.leftAt)))
    .orderBy(asc(partyExits.leftAt), asc(partyExits.id));
  return rows.flatMap(({ party, at, reason }) => (at === null ? [] : [{ party, at: at.toISOString(), reason }]));
}
