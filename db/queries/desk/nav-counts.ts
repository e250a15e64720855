import { and, count, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, revisions, sources } from '@/db/schema';

/** The numbers beside the desk's links. */
export async function navCounts(
  { workspaceId }: { workspaceId: string },
  conn: Db,
): Promise<{ claims: number; signing: number; sources: number }> {
  const [open] = await conn.select({ n: count() }).from(claims).where(eq(claims.workspaceId, workspaceId));
  const [signing] = await conn
    .select({ n: count() })
    .from(revisions)
    .where(and(eq(revisions.workspaceId, workspaceId), eq(revisions.state, 'signing')));
  const [attached] = await conn.select({ n: count() }).from(sources).where(eq(sources.workspaceId, workspaceId));
  return { claims: open?.n ?? 0, signing: signing?.n ?? 0, sources: attached?.n ?? 0 };
}
