import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { revisions, signOffs } from '@/db/schema';
import type { Decision } from '@/domain/charter/facts';
import { isPublished } from './published';

/** A sign-off as the public reads it: the name the signer chose, empty when none was, never the person. Times are ISO 8601. */
export type PublicSignOff = {
  position: number;
  party: string;
  decision: Decision;
  reason: string | null;
  cites: string | null;
  signer: string;
  at: string;
  sha256: string;
};

/** The sign-offs of published revisions, by revision and in the order they were made. */
export async function signOffsOf(revisionIds: string[], conn: Db): Promise<Map<string, PublicSignOff[]>> {
  const found = new Map<string, PublicSignOff[]>(revisionIds.map((id) => [id, []]));
  if (revisionIds.length === 0) return found;
  const rows = await conn
    .select({ signOff: signOffs })
    .from(signOffs)
    .innerJoin(revisions, eq(revisions.id, signOffs.revisionId))
    .where(and(inArray(signOffs.revisionId, revisionIds), isPublished))
    .orderBy(asc(signOffs.position));
  for (const { signOff } of rows) {
    const { position, partyId, decision, reason, cites, signerName, at, sha256 } = signOff;
    found
      .get(signOff.revisionId)
      ?.push({ position, party: partyId, decision, reason, cites, signer: signerName, at: at.toISOString(), sha256 });
  }
  return found;
}
