import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { charterVersions, revisions } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import { signingParties } from '@/domain/charter/consent';
import type { SigningParty } from '@/domain/charter/facts';
import { charterInForce, partiesThatLeft } from './charter-of-claim';

/**
 * Whose refusals decline a challenge (SPEC CH2): the signing parties of the charter that the challenged revision is bound by, without those that have left
 * since. A party that is gone could otherwise keep a challenge open for ever.
 */
export async function partiesToDecide(
  { revisionId, workspaceId }: { revisionId: string; workspaceId: string },
  conn: Db | Tx,
): Promise<SigningParty[]> {
  const [row] = await conn
    .select({ bytes: charterVersions.bytes })
    .from(revisions)
    .innerJoin(charterVersions, eq(charterVersions.id, revisions.charterVersionId))
    .where(eq(revisions.id, revisionId));
  if (row === undefined) throw new Error(`Revision ${revisionId} of a challenge is not stored.`);
  const bound = signingParties(Charter.parse(JSON.parse(new TextDecoder().decode(row.bytes))));
  const left = await partiesThatLeft({ workspaceId }, conn);
  const now = await charterInForce({ workspaceId }, conn);
  const standing = now && new Set(signingParties(now.charter).map(({ id }) => id));
  // The version in force goes on naming a party that has left, until the next one.
  return bound.filter(({ id }) => !left.includes(id) && (standing === undefined || standing.has(id)));
}
