import { sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { rows } from '@/db/rows';

/** What a party did with evidence and questions, by events that every member may see. */
export type PartyWork = { partyId: string; attached: number; accepted: number; disputed: number; questions: number };

/** Since a moment (ISO 8601), or since the beginning. A party that did nothing has no row. */
export async function workOfParties(
  { workspaceId, since }: { workspaceId: string; since: string | undefined },
  conn: Db,
): Promise<PartyWork[]> {
  const found = await conn.execute(
    sql`select party_id as "partyId",
      count(*) filter (where type = 'source.attached')::int as attached,
      count(*) filter (where type = 'source.accepted')::int as accepted,
      count(*) filter (where type = 'source.disputed')::int as disputed,
      count(*) filter (where type = 'question.accepted')::int as questions
      from events
      where workspace_id = ${workspaceId} and party_id is not null
        and type in ('source.attached', 'source.accepted', 'source.disputed', 'question.accepted')
        and at >= ${since ?? '-infinity'}::timestamptz
      group by party_id`,
  );
  return rows<PartyWork>(found);
}
