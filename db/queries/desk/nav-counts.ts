import { sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { rows } from '@/db/rows';

/** The numbers beside the desk's links. A claim counts while it asks for work: one that is closed, or whose verdict is published, does not. */
export async function navCounts(
  { workspaceId }: { workspaceId: string },
  conn: Db,
): Promise<{ claims: number; sources: number }> {
  const id = sql`${workspaceId}::uuid`;
  const [counts] = rows<{ claims: number; sources: number }>(
    await conn.execute(sql`select
      (select count(*)::int from claims c where c.workspace_id = ${id} and c.state <> 'closed'
        and not exists (select from revisions r where r.claim_id = c.id and r.state = 'published')) as claims,
      (select count(*)::int from sources where workspace_id = ${id}) as sources`),
  );
  return counts ?? { claims: 0, sources: 0 };
}
