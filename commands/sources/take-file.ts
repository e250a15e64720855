import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { objects, uploads } from '@/db/schema';

/**
 * Whether a source may name this file: its bytes are stored in this workspace, since a digest is no key to another desk's files (SPEC A3). An upload that is
 * attached for the first time becomes an object, which stays (SPEC F4).
 */
export async function takeFile(tx: Tx, { workspaceId, sha256 }: { workspaceId: string; sha256: string }): Promise<boolean> {
  const [upload] = await tx
    .select()
    .from(uploads)
    .where(and(eq(uploads.workspaceId, workspaceId), eq(uploads.sha256, sha256), eq(uploads.state, 'ready')))
    .orderBy(asc(uploads.id))
    .limit(1)
    .for('update');
  if (upload === undefined) return isStored(tx, { workspaceId, sha256 });
  const { key, mediaType, sizeBytes } = upload;
  // A CHECK says that what is ready is known.
  if (mediaType === null || sizeBytes === null) throw new Error(`The upload ${upload.id} is ready and not known.`);
  await tx.insert(objects).values({ workspaceId, sha256, key, mediaType, sizeBytes, storedAt: upload.since });
  await tx.delete(uploads).where(eq(uploads.id, upload.id));
  return true;
}

async function isStored(tx: Tx, { workspaceId, sha256 }: { workspaceId: string; sha256: string }): Promise<boolean> {
  const found = await tx
    .select({ sha256: objects.sha256 })
    .from(objects)
    .where(and(eq(objects.workspaceId, workspaceId), eq(objects.sha256, sha256)));
  return found.length > 0;
}
