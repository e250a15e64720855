import { and, desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { charterRatifications, charterVersions } from '@/db/schema';
import { partiesMissingOf, partiesToRatify } from '@/domain/charter/amendment';
import { Charter } from '@/domain/charter/charter-text';
import type { SigningParty } from '@/domain/charter/facts';
import { charterInForce, partiesThatLeft } from './charter-of-claim';

type Version = typeof charterVersions.$inferSelect;

/** The version that waits beside the one in force: for ratifications while it is proposed, for its day while it is in notice. */
export type OpenAmendment = {
  version: Version;
  charter: Charter;
  ratifiedBy: string[];
  /** Whose ratification it waits for, in the order of the version in force and then its own (SPEC H12). */
  missing: SigningParty[];
};

/** The one amendment of a desk, or undefined: the newest version alone can be one (SPEC H14). */
export async function openAmendment({ workspaceId }: { workspaceId: string }, conn: Db | Tx): Promise<OpenAmendment | undefined> {
  const [newest] = await conn
    .select()
    .from(charterVersions)
    .where(eq(charterVersions.workspaceId, workspaceId))
    .orderBy(desc(charterVersions.number))
    .limit(1);
  if (newest === undefined || (newest.state !== 'proposed' && newest.state !== 'notice')) return undefined;
  const inForce = await charterInForce({ workspaceId }, conn);
  if (inForce === undefined) return undefined;
  const { charter, ratifiedBy, missing } = await ratifyingOf(newest, conn);
  return { version: newest, charter, ratifiedBy, missing };
}

/** Who is asked for a version, who has ratified its digest, and who is missing. */
export async function ratifyingOf(
  { id, workspaceId, bytes, sha256 }: Pick<Version, 'id' | 'workspaceId' | 'bytes' | 'sha256'>,
  conn: Db | Tx,
): Promise<{ charter: Charter; asked: SigningParty[]; ratifiedBy: string[]; missing: SigningParty[] }> {
  const charter = Charter.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const ratifications = await conn
    .select({ partyId: charterRatifications.partyId, sha256: charterRatifications.sha256 })
    .from(charterRatifications)
    .where(and(eq(charterRatifications.charterVersionId, id), eq(charterRatifications.sha256, sha256)));
  const inForce = (await charterInForce({ workspaceId }, conn))?.charter;
  const asked = partiesToRatify(charter, { inForce, left: await partiesThatLeft({ workspaceId }, conn) });
  return {
    charter,
    asked,
    ratifiedBy: ratifications.map(({ partyId }) => partyId),
    missing: partiesMissingOf(asked, { sha256, ratifications }),
  };
}
