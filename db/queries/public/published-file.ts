import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { objects, revisions, sources } from '@/db/schema';
import { fileOf } from '@/domain/record/file-of';
import { ownFile, type StoredFile, storedFile } from '../file-of-source';
import { faultOfBytes } from './broken-bytes';
import { isPublished, recordOf } from './published';

/**
 * The file of a source that is part of a published revision (SPEC F5), or undefined. The signed bytes say which that is: a source that is accepted today, or
 * was withdrawn before the freeze, is not in them.
 */
export async function publishedFile({ sourceId }: { sourceId: string }, conn: Db): Promise<StoredFile | undefined> {
  const rows = await conn
    .select({ file: storedFile, bytes: revisions.bytes, sha256: revisions.sha256 })
    .from(sources)
    .innerJoin(objects, ownFile)
    .innerJoin(revisions, eq(revisions.claimId, sources.claimId))
    .where(and(eq(sources.id, sourceId), isPublished));
  return rows.filter((row) => faultOfBytes('record', row) === undefined).find((row) => holds(row, sourceId))?.file;
}

function holds({ file, bytes }: { file: StoredFile; bytes: Uint8Array }, sourceId: string): boolean {
  return recordOf(bytes).sources.some((source) => source.id === sourceId && fileOf(source)?.sha256 === file.sha256);
}
