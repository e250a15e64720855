import { and, count, eq, ne, notExists } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, revisions, sources } from '@/db/schema';

/** The numbers beside the desk's links. A claim counts while it asks for work: one that is closed, or whose verdict is published, does not. */
export async function navCounts(
  { workspaceId }: { workspaceId: string },
  conn: Db,
): Promise<{ claims: number; signing: number; sources: number }> {
  const settled = conn
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.claimId, claims.id), eq(revisions.state, 'published')));
  const [open] = await conn
    .select({ n: count() })
    .from(claims)
    .where(and(eq(claims.workspaceId, workspaceId), ne(claims.state, 'closed'), notExists(settled)));
  const [signing] = await conn
    .select({ n: count() })
    .from(revisions)
    .where(and(eq(revisions.workspaceId, workspaceId), eq(revisions.state, 'signing')));
  const [attached] = await conn.select({ n: count() }).from(sources).where(eq(sources.workspaceId, workspaceId));
  return { claims: open?.n ?? 0, signing: signing?.n ?? 0, sources: attached?.n ?? 0 };
}
