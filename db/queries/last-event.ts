import { eq, max } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { events } from '@/db/schema';

/** The number of the newest event of a workspace; 0 before the first. It rises with each change and says nothing about it. */
export async function lastEvent({ workspaceId }: { workspaceId: string }, conn: Db): Promise<number> {
  const [row] = await conn
    .select({ seq: max(events.seq) })
    .from(events)
    .where(eq(events.workspaceId, workspaceId));
  return row?.seq ?? 0;
}
