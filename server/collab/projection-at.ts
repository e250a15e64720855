import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { claims, documents } from '@/db/schema';
import type { Projection } from '@/platform/ports';
import { sharesOf } from './authorship';
import { draftOf } from './draft-of';
import { loadDocument, loadLedger } from './load-document';
import { numberOf } from './number-of';

/**
 * A record exactly as it was after update `seq`, with who wrote what, from the log and its checkpoints alone: what memory holds has no part in it.
 * Undefined: no such record or number. Private notes have no projection at all.
 */
export async function projectionAt(db: Db, document: string, seq?: number): Promise<Projection | undefined> {
  const at = await numberOf(db, 'record', document, seq);
  if (at === undefined) return undefined;
  const { doc } = await loadDocument(db, document, at);
  try {
    const [ledger, languages] = [await loadLedger(db, document, at), await languagesOf(db, document)];
    return { document, seq: at, draft: draftOf(doc), shares: sharesOf(doc, ledger, languages) };
  } finally {
    doc.destroy();
  }
}

/** The languages that a record is written in now: a revision that is frozen from any earlier number holds these. */
async function languagesOf(db: Db, document: string): Promise<string[]> {
  const [row] = await db
    .select({ languages: claims.languages })
    .from(documents)
    .innerJoin(claims, eq(claims.id, documents.claimId))
    .where(eq(documents.name, document));
  return row?.languages ?? [];
}
