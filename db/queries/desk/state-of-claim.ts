import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims } from '@/db/schema';

/** Where a claim stands. Absent for an unknown id and for another workspace's alike (SPEC A3). */
export async function stateOfClaim(
  { claimId, workspaceId }: { claimId: string; workspaceId: string },
  conn: Db,
): Promise<'submitted' | 'open' | 'closed' | undefined> {
  const [row] = await conn
    .select({ state: claims.state })
    .from(claims)
    .where(and(eq(claims.id, claimId), eq(claims.workspaceId, workspaceId)));
  return row?.state;
}
