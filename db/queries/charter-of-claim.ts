import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { charterVersions, claims } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';

export type CharterInForce = { id: string; number: number; sha256: string; charter: Charter };

/** The charter version that binds a claim: the one that was in force when it was opened (H5). A claim that was never opened is bound by none. */
export async function charterOfClaim(
  { claimId, workspaceId }: { claimId: string; workspaceId: string },
  conn: Db | Tx,
): Promise<CharterInForce | undefined> {
  const [pinned] = await conn
    .select({ version: charterVersions })
    .from(claims)
    .innerJoin(charterVersions, eq(charterVersions.id, claims.charterVersionId))
    .where(and(eq(claims.id, claimId), eq(claims.workspaceId, workspaceId)));
  return pinned === undefined ? undefined : read(pinned.version);
}

/** The charter version that binds claims opened now; undefined until every signing party has ratified one (H4). */
export async function charterInForce(
  { workspaceId }: { workspaceId: string },
  conn: Db | Tx,
): Promise<CharterInForce | undefined> {
  const [version] = await conn
    .select()
    .from(charterVersions)
    .where(and(eq(charterVersions.workspaceId, workspaceId), eq(charterVersions.state, 'in-force')));
  return version === undefined ? undefined : read(version);
}

function read({ id, number, sha256, bytes }: typeof charterVersions.$inferSelect): CharterInForce {
  return { id, number, sha256, charter: Charter.parse(JSON.parse(new TextDecoder().decode(bytes))) };
}
