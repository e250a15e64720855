import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { publishers } from '@/db/schema';

/** The id of a workspace's publisher of that name, without regard to case. */
export async function publisherByName(
  { workspaceId, name }: { workspaceId: string; name: string },
  conn: Db,
): Promise<string | undefined> {
  const [row] = await conn
    .select({ id: publishers.id })
    .from(publishers)
    .where(and(eq(publishers.workspaceId, workspaceId), sql`lower(${publishers.name}) = lower(${name})`));
  return row?.id;
}
