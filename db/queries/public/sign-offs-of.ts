import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterVersions, revisions, signOffs } from '@/db/schema';
import type { Decision } from '@/domain/charter/facts';
import { positionOf, readStatement } from '@/domain/record/sign-off-statement';
import { type BrokenBytes, faultOfBytes } from './broken-bytes';
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
export type SignedBytes = { signOffs: PublicSignOff[]; broken: BrokenBytes[] };

/** The sign-offs of published revisions, by revision and in the order they were made: each is what its signed bytes say, and never a column beside them. */
export async function signOffsOf(revisionIds: string[], conn: Db): Promise<Map<string, SignedBytes>> {
  const found = new Map<string, SignedBytes>(revisionIds.map((id) => [id, { signOffs: [], broken: [] }]));
  if (revisionIds.length === 0) return found;
  const rows = await conn
    .select({ signOff: signOffs, sha256: revisions.sha256, charterSha256: charterVersions.sha256 })
    .from(signOffs)
    .innerJoin(revisions, eq(revisions.id, signOffs.revisionId))
    .innerJoin(charterVersions, eq(charterVersions.id, revisions.charterVersionId))
    .where(and(inArray(signOffs.revisionId, revisionIds), isPublished))
    .orderBy(asc(signOffs.position));
  for (const { signOff, ...revision } of rows) {
    const of = found.get(signOff.revisionId);
    const read = readSignOff(signOff, revision);
    if ('what' in read) of?.broken.push(read);
    else of?.signOffs.push(read);
  }
  return found;
}

function readSignOff(
  signOff: typeof signOffs.$inferSelect,
  revision: { sha256: string; charterSha256: string },
): PublicSignOff | BrokenBytes {
  const { position, signerName, at, sha256 } = signOff;
  const fault = faultOfBytes('sign-off', signOff);
  if (fault !== undefined) return fault;
  const statement = readStatement(signOff.bytes);
  const { recordSha256, charterSha256, party } = statement;
  if (recordSha256 !== revision.sha256) return { what: 'signed-bytes', sha256: revision.sha256, found: recordSha256 };
  if (charterSha256 !== revision.charterSha256)
    return { what: 'signed-bytes', sha256: revision.charterSha256, found: charterSha256 };
  return { position, party, ...positionOf(statement), signer: signerName, at: at.toISOString(), sha256 };
}
