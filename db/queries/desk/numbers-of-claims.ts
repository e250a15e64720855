import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims } from '@/db/schema';
import type { Actor } from '@/domain/policies/actor';

/** The numbers of these claims. One of another workspace has none here, exactly like an unknown one (SPEC A3). */
export async function numbersOfClaims(
  { actor, claimIds }: { actor: Actor; claimIds: readonly string[] },
  conn: Db,
): Promise<Map<string, number>> {
  if (actor.kind !== 'member' || claimIds.length === 0) return new Map();
  const rows = await conn
    .select({ id: claims.id, number: claims.number })
    .from(claims)
    .where(and(eq(claims.workspaceId, actor.workspaceId), inArray(claims.id, [...claimIds])));
  return new Map(rows.map(({ id, number }) => [id, number]));
}
