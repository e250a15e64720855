import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { charterRatifications, charterVersions, claims } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import { partiesYetToRatify } from '@/domain/charter/consent';
import type { SigningParty } from '@/domain/charter/facts';
import { digestOf } from '@/domain/record/canonical';

/** A stored version, read from its bytes: the digest is the one they have, whatever a column says. */
export type CharterRead = { id: string; number: number; sha256: string; charter: Charter };
/** One that every signing party of its bytes has ratified (H4, H7). */
export type CharterInForce = CharterRead;
type Version = typeof charterVersions.$inferSelect;

/**
 * The charter version that binds a claim: the one that was in force when it was opened (H5). A claim that was never opened is bound by none, and neither
 * is one that points at a version which its parties have not ratified.
 */
export async function charterOfClaim(
  { claimId, workspaceId }: { claimId: string; workspaceId: string },
  conn: Db | Tx,
): Promise<CharterInForce | undefined> {
  const [pinned] = await conn
    .select({ version: charterVersions })
    .from(claims)
    .innerJoin(charterVersions, eq(charterVersions.id, claims.charterVersionId))
    .where(and(eq(claims.id, claimId), eq(claims.workspaceId, workspaceId)));
  return pinned === undefined ? undefined : inForce(pinned.version, conn);
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
  return version === undefined ? undefined : inForce(version, conn);
}

/** A stored version with the signing parties whose ratification of its very bytes is missing (H7). */
export async function ratificationOf(
  version: Version,
  conn: Db | Tx,
): Promise<{ version: CharterRead; unratified: SigningParty[] }> {
  const { id, number, bytes } = version;
  const read = { id, number, sha256: digestOf(bytes), charter: Charter.parse(JSON.parse(new TextDecoder().decode(bytes))) };
  const ratifications = await conn
    .select({ partyId: charterRatifications.partyId, sha256: charterRatifications.sha256 })
    .from(charterRatifications)
    .where(eq(charterRatifications.charterVersionId, id));
  return { version: read, unratified: partiesYetToRatify(read.charter, { sha256: read.sha256, ratifications }) };
}

/** The state of a row is a cache: what puts a charter in force is that every party ratified its digest. */
export async function inForce(stored: Version, conn: Db | Tx): Promise<CharterInForce | undefined> {
  const { version, unratified } = await ratificationOf(stored, conn);
  return unratified.length === 0 ? version : undefined;
}
