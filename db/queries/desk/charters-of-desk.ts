import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterRatifications, charterVersions } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';

export type DeskCharter = {
  id: string;
  number: number;
  state: 'proposed' | 'in-force' | 'superseded';
  sha256: string;
  charter: Charter;
  proposedAt: Date;
  inForceAt: Date | null;
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
  return versions.map(({ id, number, state, sha256, bytes, proposedAt, inForceAt }) => ({
    ...{ id, number, state, sha256, proposedAt, inForceAt },
    charter: Charter.parse(JSON.parse(new TextDecoder().decode(bytes))),
    ratifications: ratifications.filter((r) => r.charterVersionId === id).map(({ partyId, at }) => ({ partyId, at })),
  }));
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
