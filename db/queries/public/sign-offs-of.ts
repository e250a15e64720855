import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterVersions, revisions, signOffProofs, signOffs } from '@/db/schema';
import type { Decision, ObjectionGround } from '@/domain/charter/facts';
import type { ProofKind } from '@/domain/charter/parameters';
import { positionOf, readStatement } from '@/domain/record/sign-off-statement';
import { stands } from '../stands';
import { type BrokenBytes, faultOfBytes } from './broken-bytes';
import { isPublished } from './published';

/** A sign-off as the public reads it: the name the signer chose, empty when none was, never the person. Times are ISO 8601. */
export type PublicSignOff = {
  position: number;
  party: string;
  decision: Decision;
  reason: string | null;
  cites: string | null;
  /** What an objection rests on; null for everything else. */
  ground: ObjectionGround | null;
  signer: string;
  at: string;
  sha256: string;
  /** How it was confirmed; null for what was signed before that was kept. `algorithm` is COSE's number of a personal key's. */
  proof: { kind: ProofKind; algorithm: number | null } | null;
};
export type SignedBytes = { signOffs: PublicSignOff[]; broken: BrokenBytes[] };

/** The sign-offs of published revisions, by revision and in the order they were made: each is what its signed bytes say, and never a column beside them. */
export async function signOffsOf(revisionIds: string[], conn: Db): Promise<Map<string, SignedBytes>> {
  const found = new Map<string, SignedBytes>(revisionIds.map((id) => [id, { signOffs: [], broken: [] }]));
  if (revisionIds.length === 0) return found;
  const rows = await conn
    .select({
      signOff: signOffs,
      kind: signOffProofs.kind,
      algorithm: signOffProofs.algorithm,
      sha256: revisions.sha256,
      charterSha256: charterVersions.sha256,
    })
    .from(signOffs)
    .innerJoin(revisions, eq(revisions.id, signOffs.revisionId))
    .innerJoin(charterVersions, eq(charterVersions.id, revisions.charterVersionId))
    .leftJoin(signOffProofs, eq(signOffProofs.signOffId, signOffs.id))
    .where(and(inArray(signOffs.revisionId, revisionIds), stands, isPublished))
    .orderBy(asc(signOffs.position));
  for (const { signOff, kind, algorithm, ...revision } of rows) {
    const of = found.get(signOff.revisionId);
    const read = readSignOff(signOff, revision, kind === null ? null : { kind, algorithm });
    if ('what' in read) of?.broken.push(read);
    else of?.signOffs.push(read);
  }
  return found;
}

function readSignOff(
  signOff: typeof signOffs.$inferSelect,
  revision: { sha256: string; charterSha256: string },
  proof: PublicSignOff['proof'],
): PublicSignOff | BrokenBytes {
  const { position, signerName, at, sha256 } = signOff;
  const fault = faultOfBytes('sign-off', signOff);
  if (fault !== undefined) return fault;
  const statement = readStatement(signOff.bytes);
  const { recordSha256, charterSha256, party } = statement;
  if (recordSha256 !== revision.sha256) return { what: 'signed-bytes', sha256: revision.sha256, found: recordSha256 };
  if (charterSha256 !== revision.charterSha256)
    return { what: 'signed-bytes', sha256: revision.charterSha256, found: charterSha256 };
  return { position, party, ...positionOf(statement), signer: signerName, at: at.toISOString(), sha256, proof };
}
