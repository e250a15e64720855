import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { retractionSignOffs, retractions, revisions, verdicts } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { faultOfBytes } from './broken-bytes';
import { type ProofPart, partOf } from './proof-bytes';
import type { StoredBytes } from './published-bytes';

type Asked = { workspaceId: string; slug: string; number: number; position: number };

/** A signer's statement on a retraction that was made, by its place among them, as the bytes that were signed. */
export async function retractionBytes(asked: Asked, conn: Db): Promise<StoredBytes | undefined> {
  const stored = await madeSignOff(asked, conn);
  if (stored === undefined) return undefined;
  const { bytes, sha256 } = stored;
  const broken = faultOfBytes('sign-off', stored);
  return { bytes, sha256, ...(broken && { broken }) };
}

/** One part of its proof, where a personal key has signed it (SPEC R15). No digest stands beside it: the key tells whether it is what was signed. */
export async function retractionProofBytes(
  { part, ...asked }: Asked & { part: ProofPart },
  conn: Db,
): Promise<StoredBytes | undefined> {
  const stored = await madeSignOff(asked, conn);
  const bytes = stored === undefined ? null : partOf(stored, part);
  return bytes === null ? undefined : { bytes, sha256: digestOf(bytes) };
}

async function madeSignOff({ workspaceId, slug, number, position }: Asked, conn: Db) {
  const [row] = await conn
    .select({ signOff: retractionSignOffs })
    .from(verdicts)
    .innerJoin(revisions, eq(revisions.claimId, verdicts.claimId))
    .innerJoin(retractions, eq(retractions.revisionId, revisions.id))
    .innerJoin(retractionSignOffs, eq(retractionSignOffs.retractionId, retractions.id))
    .where(
      and(
        eq(verdicts.workspaceId, workspaceId),
        eq(verdicts.slug, slug),
        eq(revisions.number, number),
        eq(retractions.state, 'made'),
        eq(retractionSignOffs.position, position),
      ),
    );
  return row?.signOff;
}
