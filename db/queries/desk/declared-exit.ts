import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { partyExits } from '@/db/schema';

/** What a party's moderator has declared and no second one has confirmed, for the party itself. */
export async function declaredExit(
  { partyId }: { partyId: string },
  conn: Db,
): Promise<{ reason: string; at: Date; personId: string } | undefined> {
  const [exit] = await conn
    .select({ reason: partyExits.reason, at: partyExits.declaredAt, personId: partyExits.declaredBy })
    .from(partyExits)
    .where(and(eq(partyExits.partyId, partyId), isNull(partyExits.leftAt), isNull(partyExits.withdrawnAt)));
  return exit;
}
