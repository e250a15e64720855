import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { openAmendment } from '@/db/queries/open-amendment';
import { charterRatifications, charterVersions } from '@/db/schema';
import type { CharterState } from '@/domain/charter/amendment';
import { Charter } from '@/domain/charter/charter-text';
import { signingParties } from '@/domain/charter/consent';

export type DeskCharter = {
  id: string;
  number: number;
  state: CharterState;
  sha256: string;
  charter: Charter;
  proposedAt: Date;
  inForceAt: Date | null;
  /** The end of its notice. */
  effectiveAt: Date | null;
  proposedByParty: string | null;
  endedReason: string | null;
  /** A later version was proposed in its place. */
  isReplaced: boolean;
  /** Whose ratification it asks, or asked: ids of parties. */
  asked: string[];
  /** The version that it changes; undefined for a desk's first. */
  before: Charter | undefined;
  ratifications: { partyId: string; at: Date }[];
};

/** Every version of the desk's charter, newest first, each read from the bytes that the parties ratified. */
export async function chartersOfDesk({ workspaceId }: { workspaceId: string }, conn: Db): Promise<DeskCharter[]> {
  const versions = await conn
    .select()
    .from(charterVersions)
    .where(eq(charterVersions.workspaceId, workspaceId))
    .orderBy(desc(charterVersions.number));
  const ratifications = await conn
    .select()
    .from(charterRatifications)
    .where(eq(charterRatifications.workspaceId, workspaceId))
    .orderBy(asc(charterRatifications.at));
  const open = await openAmendment({ workspaceId }, conn);
  const texts = new Map(versions.map(({ id, bytes }) => [id, Charter.parse(JSON.parse(new TextDecoder().decode(bytes)))]));
  return versions.flatMap((version, index) => {
    const charter = texts.get(version.id);
    if (charter === undefined) return [];
    const given = ratifications.filter((r) => r.charterVersionId === version.id);
    const own = [...signingParties(charter).map(({ id }) => id), ...given.map(({ partyId }) => partyId)];
    const missing = open?.version.id === version.id ? open.missing.map(({ id }) => id) : [];
    // The one that counted when it was proposed: nothing older came into force later.
    const changed = versions.slice(index + 1).find(({ inForceAt }) => inForceAt !== null);
    return [
      {
        ...version,
        charter,
        isReplaced: version.state === 'proposed' && index > 0,
        asked: [...new Set([...own, ...missing])],
        before: changed && texts.get(changed.id),
        ratifications: given.map(({ partyId, at }) => ({ partyId, at })),
      },
    ];
  });
}

/** The stored bytes of one version. */
export async function charterBytesOfDesk(
  { workspaceId, number }: { workspaceId: string; number: number },
  conn: Db,
): Promise<Uint8Array | undefined> {
  const [version] = await conn
    .select({ bytes: charterVersions.bytes })
    .from(charterVersions)
    .where(and(eq(charterVersions.workspaceId, workspaceId), eq(charterVersions.number, number)));
  return version?.bytes;
}
