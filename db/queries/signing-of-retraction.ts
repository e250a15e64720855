import { asc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { retractionSignOffs, type retractions, type revisions } from '@/db/schema';
import { partiesMissing } from '@/domain/charter/approvals';
import type { SigningParty, SignOffFacts } from '@/domain/charter/facts';
import { readRetractionStatement } from '@/domain/correction/retraction';
import { type Signing, signingOfRevision } from './signing-of-revision';

/** The signing of the retracted revision, with what was signed of the retraction in place of its sign-offs. */
export type RetractionSigning = {
  signing: Signing;
  approvals: SignOffFacts[];
  /** The parties of its charter without as many valid approvals as one has of a publication (SPEC RT2). */
  missing: SigningParty[];
};

type Asked = {
  retraction: Pick<typeof retractions.$inferSelect, 'id' | 'reason'>;
  revision: Pick<typeof revisions.$inferSelect, 'id' | 'charterVersionId' | 'bytes'>;
};

/** Everything that decides whether a retraction may be signed, and whose word it waits for, read from what is stored as bytes (SPEC RT2, RT3). */
export async function signingOfRetraction({ retraction, revision }: Asked, conn: Db | Tx): Promise<RetractionSigning> {
  const signing = await signingOfRevision(revision, conn);
  const rows = await conn
    .select()
    .from(retractionSignOffs)
    .where(eq(retractionSignOffs.retractionId, retraction.id))
    .orderBy(asc(retractionSignOffs.position));
  const approvals = rows.flatMap(({ partyId, personId, bytes }): SignOffFacts[] => {
    const said = readRetractionStatement(new TextDecoder().decode(bytes));
    const isOfThis = said?.retraction === retraction.id && said.reason === retraction.reason && said.party === partyId;
    if (said === undefined || !isOfThis) return [];
    return [{ partyId, personId, decision: 'approve', sha256: said.recordSha256, charterSha256: said.charterSha256 }];
  });
  const { consent, charter, recordSha256, charterSha256 } = signing;
  const bytes = { sha256: recordSha256, charterSha256 };
  const missing = partiesMissing(consent.charter, approvals, bytes, charter.parameters.signersPerParty);
  return { signing, approvals, missing };
}
