import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { retractionSignOffs, retractions, revisions, verdicts } from '@/db/schema';
import { faultOfBytes } from './broken-bytes';
import type { StoredBytes } from './published-bytes';

/** A signer's statement on a retraction that was made, by its place among them, as the bytes that were signed. */
export async function retractionBytes(
  { workspaceId, slug, number, position }: { workspaceId: string; slug: string; number: number; position: number },
  conn: Db,
): Promise<StoredBytes | undefined> {
  const [row] = await conn
    .select({ bytes: retractionSignOffs.bytes, sha256: retractionSignOffs.sha256 })
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
  const broken = row && faultOfBytes('sign-off', row);
  return row && broken ? { ...row, broken } : row;
}
