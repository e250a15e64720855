import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { objects, uploads } from '@/db/schema';

type NamedFile = { workspaceId: string; partyId: string; sha256: string };

/**
 * Whether a source may name this file: its bytes are stored in this workspace, since a digest is no key to another desk's files (SPEC A3), nor to those that
 * another party has and has shown to nobody (SPEC F12). An upload that is attached for the first time becomes an object, which stays (SPEC F4).
 */
export async function takeFile(tx: Tx, file: NamedFile): Promise<boolean> {
  const [upload] = await tx.select().from(uploads).where(waitingFile(file)).orderBy(asc(uploads.id)).limit(1).for('update');
  if (upload === undefined) return isStored(tx, file);
  const { id, key, mediaType, sizeBytes } = upload;
  // A CHECK says that what is ready is known.
  if (mediaType === null || sizeBytes === null) throw new Error(`The upload ${id} is ready and not known.`);
  const { workspaceId, sha256 } = file;
  const made = await tx
    .insert(objects)
    .values({ workspaceId, sha256, key, mediaType, sizeBytes, storedAt: upload.since })
    .onConflictDoNothing()
    .returning({ key: objects.key });
  if (made.length > 0) await tx.delete(uploads).where(eq(uploads.id, id));
  // Another party attached the same bytes meanwhile, and those stay (SPEC F3): nobody is told that this copy goes.
  else
    await tx.update(uploads).set({ state: 'ending', sha256: null, mediaType: null, sizeBytes: null }).where(eq(uploads.id, id));
  return true;
}

/** The row of a file that this party sent whole and nobody has attached. */
export function waitingFile({ workspaceId, partyId, sha256 }: NamedFile): SQL | undefined {
  return and(
    eq(uploads.workspaceId, workspaceId),
    eq(uploads.partyId, partyId),
    eq(uploads.sha256, sha256),
    eq(uploads.state, 'ready'),
  );
}

async function isStored(tx: Tx, { workspaceId, sha256 }: NamedFile): Promise<boolean> {
  const found = await tx
    .select({ sha256: objects.sha256 })
    .from(objects)
    .where(and(eq(objects.workspaceId, workspaceId), eq(objects.sha256, sha256)));
  return found.length > 0;
}
