import type { Db } from '@/db/client';
import type { DocumentKind } from './content-rules';
import { readDocument } from './read-log';

/** The number that a document of this kind is asked for, or its newest; undefined when there is no such document or number. */
export async function numberOf(db: Db, kind: DocumentKind, document: string, seq?: number): Promise<number | undefined> {
  const row = await readDocument(db, document);
  if (row?.kind !== kind) return undefined;
  const at = seq ?? row.headSeq;
  return Number.isSafeInteger(at) && at >= 0 && at <= row.headSeq ? at : undefined;
}
