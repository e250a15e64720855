import { and, asc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { attestations, revisions } from '@/db/schema';
import { readAttestation } from '@/domain/record/attestation';
import type { AttestationMoment, Procedure } from '@/domain/record/attestation-kinds';

/** An attestation as the desk reads it: what its bytes say, and never a column beside them. */
export type MadeAttestation = {
  partyId: string;
  procedure: Procedure;
  moment: AttestationMoment;
  words: string;
  cites: string | null;
  signerName: string;
  sha256: string;
  position: number;
  at: Date;
};

/** What observing parties attested of one revision, in its order. */
export async function attestationsOfRevision(revisionId: string, conn: Db | Tx): Promise<MadeAttestation[]> {
  const rows = await conn
    .select({
      bytes: attestations.bytes,
      signerName: attestations.signerName,
      sha256: attestations.sha256,
      position: attestations.position,
      at: attestations.at,
    })
    .from(attestations)
    .where(eq(attestations.revisionId, revisionId))
    .orderBy(asc(attestations.position));
  return rows.map(({ bytes, ...row }) => {
    const { party, procedure, moment, words, cites = null } = readAttestation(bytes);
    return { ...row, partyId: party, procedure, moment, words, cites };
  });
}

/** One attestation's exact stored bytes, for the member who wants to hash them. */
export async function attestationBytesOfDesk(
  { claimId, number, position, workspaceId }: { claimId: string; number: number; position: number; workspaceId: string },
  conn: Db,
): Promise<Uint8Array | undefined> {
  const [row] = await conn
    .select({ bytes: attestations.bytes })
    .from(attestations)
    .innerJoin(revisions, eq(revisions.id, attestations.revisionId))
    .where(
      and(
        eq(revisions.claimId, claimId),
        eq(revisions.number, number),
        eq(attestations.position, position),
        eq(attestations.workspaceId, workspaceId),
      ),
    );
  return row?.bytes;
}
