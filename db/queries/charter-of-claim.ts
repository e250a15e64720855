import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { charterVersions, claims, partyExits } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import { partiesYetToRatify } from '@/domain/charter/consent';
import type { SigningParty } from '@/domain/charter/facts';
import { readOnce } from './read-once';

/** A stored version, read from its bytes: the digest is the one they have, whatever a column says. */
export type CharterRead = { id: string; number: number; sha256: string; charter: Charter };
/** One that every signing party of its bytes has ratified (H4, H7). */
export type CharterInForce = CharterRead;
type Version = Pick<typeof charterVersions.$inferSelect, 'id' | 'number' | 'bytes'>;
/** A version with those of its signing parties whose ratification of its very bytes is missing. */
export type CharterStanding = { version: CharterRead; unratified: SigningParty[] };
type Ratification = { partyId: string; sha256: string };

/**
 * The charter version that binds a claim: the one that was in force when it was opened (H5). A claim that was never opened is bound by none, and neither
 * is one that points at a version which its parties have not ratified.
 */
export async function charterOfClaim(
  { claimId, workspaceId }: { claimId: string; workspaceId: string },
  conn: Db | Tx,
): Promise<CharterInForce | undefined> {
  const [pinned] = await conn
    .select(versionColumns)
    .from(claims)
    .innerJoin(charterVersions, eq(charterVersions.id, claims.charterVersionId))
    .where(and(eq(claims.id, claimId), eq(claims.workspaceId, workspaceId)));
  return pinned === undefined ? undefined : inForce(standingOf(pinned));
}

/** The charter version that binds claims opened now; undefined until every signing party has ratified one (H4). */
export async function charterInForce(
  { workspaceId }: { workspaceId: string },
  conn: Db | Tx,
): Promise<CharterInForce | undefined> {
  const ofState = and(eq(charterVersions.workspaceId, workspaceId), eq(charterVersions.state, 'in-force'));
  const [version] = await charterStandings(ofState, conn);
  return version === undefined ? undefined : inForce(version);
}

/** Several versions at once, the newest first: each with who has ratified it, in one question. */
export async function charterStandings(
  which: SQL | undefined,
  conn: Db | Tx,
): Promise<(CharterStanding & { state: (typeof charterVersions.$inferSelect)['state'] })[]> {
  const rows = await conn
    .select({ ...versionColumns, state: charterVersions.state })
    .from(charterVersions)
    .where(which)
    .orderBy(sql`${charterVersions.number} desc`);
  return rows.map(({ state, ...row }) => ({ state, ...standingOf(row) }));
}

/** The state of a row is a cache: what puts a charter in force is that every party ratified its digest. */
export function inForce({ version, unratified }: CharterStanding): CharterInForce | undefined {
  return unratified.length === 0 ? version : undefined;
}

const versionColumns = {
  id: charterVersions.id,
  number: charterVersions.number,
  bytes: charterVersions.bytes,
  // The outer column by its whole name: drizzle writes a lone table's columns without one, and inside it would be the ratification's own.
  ratifications: sql<Ratification[]>`coalesce((
    select json_agg(json_build_object('partyId', given.party_id, 'sha256', given.sha256))
    from charter_ratifications given where given.charter_version_id = charter_versions.id), '[]'::json)`,
};

const charters = readOnce((json) => Charter.parse(json));

function standingOf({ id, number, bytes, ratifications }: Version & { ratifications: Ratification[] }): CharterStanding {
  const { sha256, said: charter } = charters.of(bytes);
  return { version: { id, number, sha256, charter }, unratified: partiesYetToRatify(charter, { sha256, ratifications }) };
}

/** The parties of a desk that have left its charter for good (SPEC H18). */
export async function partiesThatLeft({ workspaceId }: { workspaceId: string }, conn: Db | Tx): Promise<string[]> {
  const rows = await conn
    .select({ partyId: partyExits.partyId })
    .from(partyExits)
    .where(and(eq(partyExits.workspaceId, workspaceId), isNotNull(partyExits.leftAt)));
  return rows.map(({ partyId }) => partyId);
}
