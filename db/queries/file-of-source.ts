import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { objects, sources } from '@/db/schema';

/** Where the bytes of a source's file are, and what they should be. */
export type StoredFile = { number: number; key: string; sha256: string; sizeBytes: number; mediaType: string };

/** The file behind a source of a workspace, or undefined: of another workspace, of another kind, unknown (SPEC A3). */
export async function fileOfSource(
  { sourceId, workspaceId }: { sourceId: string; workspaceId: string },
  conn: Db,
): Promise<StoredFile | undefined> {
  const [row] = await conn
    .select(storedFile)
    .from(sources)
    .innerJoin(objects, ownFile)
    .where(and(eq(sources.id, sourceId), eq(sources.workspaceId, workspaceId)));
  return row;
}

export const storedFile = {
  number: sources.number,
  key: objects.key,
  sha256: objects.sha256,
  sizeBytes: objects.sizeBytes,
  mediaType: objects.mediaType,
};

export const ownFile = and(eq(objects.workspaceId, sources.workspaceId), eq(objects.sha256, sources.fileSha256));
