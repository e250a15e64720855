import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { attestations, revisions, verdicts } from '@/db/schema';
import type { ProofKind } from '@/domain/charter/parameters';
import { readAttestation } from '@/domain/record/attestation';
import type { AttestationMoment, Procedure } from '@/domain/record/attestation-kinds';
import { digestOf } from '@/domain/record/canonical';
import { type BrokenBytes, faultOfBytes } from './broken-bytes';
import { type ProofPart, partOf } from './proof-bytes';
import { isPublished } from './published';
import type { StoredBytes } from './published-bytes';

/** An attestation as the public reads it: what its bytes say, with the name its signer chose, empty when none was. Times are ISO 8601. */
export type PublicAttestation = {
  position: number;
  party: string;
  procedure: Procedure;
  moment: AttestationMoment;
  words: string;
  cites: string | null;
  signer: string;
  at: string;
  sha256: string;
  /** How it was confirmed. `algorithm` is COSE's number of a personal key's. */
  proof: { kind: ProofKind; algorithm: number | null };
};

/** Those of one published revision, in the order they were made; and those whose bytes are not what was signed (SPEC AT5, R11). */
export async function publicAttestationsOf(
  revision: { id: string; sha256: string },
  conn: Db,
): Promise<{ attestations: PublicAttestation[]; broken: BrokenBytes[] }> {
  const rows = await conn
    .select({ attestation: attestations })
    .from(attestations)
    .innerJoin(revisions, eq(revisions.id, attestations.revisionId))
    .where(and(eq(attestations.revisionId, revision.id), isPublished))
    .orderBy(asc(attestations.position));
  const read = rows.map(({ attestation }) => readOne(attestation, revision.sha256));
  return {
    attestations: read.filter((one): one is PublicAttestation => 'procedure' in one),
    broken: read.filter((one): one is BrokenBytes => 'what' in one),
  };
}

function readOne(
  { position, signerName: signer, at, sha256, bytes, proof: kind, algorithm }: typeof attestations.$inferSelect,
  recordSha256: string,
): PublicAttestation | BrokenBytes {
  const fault = faultOfBytes('sign-off', { bytes, sha256 });
  if (fault !== undefined) return fault;
  const said = readAttestation(bytes);
  if (said.recordSha256 !== recordSha256) return { what: 'signed-bytes', sha256: recordSha256, found: said.recordSha256 };
  const { party, procedure, moment, words, cites = null } = said;
  return { position, party, procedure, moment, words, cites, signer, at: at.toISOString(), sha256, proof: { kind, algorithm } };
}

type Asked = { workspaceId: string; slug: string; number: number; position: number };

/** The statement of one attestation of a published revision, by its place among them. */
export async function attestationBytes(asked: Asked, conn: Db): Promise<StoredBytes | undefined> {
  const stored = await publishedAttestation(asked, conn);
  if (stored === undefined) return undefined;
  const { bytes, sha256 } = stored;
  const broken = faultOfBytes('sign-off', stored);
  return { bytes, sha256, ...(broken && { broken }) };
}

/** One part of its proof, where a personal key has signed it. */
export async function attestationProofBytes(
  { part, ...asked }: Asked & { part: ProofPart },
  conn: Db,
): Promise<StoredBytes | undefined> {
  const stored = await publishedAttestation(asked, conn);
  const bytes = stored === undefined ? null : partOf(stored, part);
  return bytes === null ? undefined : { bytes, sha256: digestOf(bytes) };
}

async function publishedAttestation({ workspaceId, slug, number, position }: Asked, conn: Db) {
  const [row] = await conn
    .select({ attestation: attestations })
    .from(verdicts)
    .innerJoin(revisions, eq(revisions.claimId, verdicts.claimId))
    .innerJoin(attestations, eq(attestations.revisionId, revisions.id))
    .where(
      and(
        eq(verdicts.workspaceId, workspaceId),
        eq(verdicts.slug, slug),
        eq(revisions.number, number),
        eq(attestations.position, position),
        isPublished,
      ),
    );
  return row?.attestation;
}
