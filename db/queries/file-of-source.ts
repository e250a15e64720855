import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { objects, sources } from '@/db/schema';

/** The stored bytes behind a file source of a workspace, or undefined. */
export async function fileOfSource(
  { sourceId, workspaceId }: { sourceId: string; workspaceId: string },
  conn: Db,
): Promise<typeof objects.$inferSelect | undefined> {
  const [row] = await conn
    .select({ object: objects })
    .from(sources)
    .innerJoin(objects, and(eq(objects.workspaceId, sources.workspaceId), eq(objects.sha256, sources.fileSha256)))
    .where(and(eq(sources.id, sourceId), eq(sources.workspaceId, workspaceId)));
  return row?.object;
}
