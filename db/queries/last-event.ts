import { desc, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { events } from '@/db/schema';
import { partyEvents, personalEvents } from '@/domain/policies/event-visibility';

/**
 * The number of the newest event of a workspace that is not another party's own or of its people; 0 before the first. It rises with each change, and not when
 * another party did something which it keeps to itself (SPEC D4). It never leaves the server: its gaps would tell how much that was (THREAT_MODEL T31).
 */
export async function lastEvent(
  { workspaceId, partyId }: { workspaceId: string; partyId: string | null },
  conn: Db,
): Promise<number> {
  const ofParties = sql.join(
    [...partyEvents, ...personalEvents].map((type) => sql`${type}`),
    sql`, `,
  );
  const [row] = await conn
    .select({ seq: events.seq })
    .from(events)
    .where(
      sql`${events.workspaceId} = ${workspaceId} and (${events.type} not in (${ofParties}) or ${events.partyId} = ${partyId}::uuid)`,
    )
    .orderBy(desc(events.seq))
    .limit(1);
  return row?.seq ?? 0;
}
