import type { Db } from '@/db/client';
import type { Projection } from '@/platform/ports';
import { Authorship } from './authorship';
import { draftOf } from './draft-of';
import { readDocument, readLog } from './read-log';
import { replay } from './replay';

/**
 * A record exactly as it was after update `seq`, with who wrote what, from the log alone: what memory holds has no part in it.
 * Undefined: no such record or number. Private notes have no projection at all.
 */
export async function projectionAt(db: Db, document: string, seq?: number): Promise<Projection | undefined> {
  const row = await readDocument(db, document);
  if (row?.kind !== 'record') return undefined;
  const at = seq ?? row.headSeq;
  if (!Number.isSafeInteger(at) || at < 0 || at > row.headSeq) return undefined;
  const authorship = new Authorship();
  const doc = replay(await readLog(db, document, at), (entry, state) => authorship.saw(entry, state));
  try {
    return { document, seq: at, draft: draftOf(doc), shares: authorship.shares(doc) };
  } finally {
    doc.destroy();
  }
}
