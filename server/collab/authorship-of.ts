import type { Db } from '@/db/client';
import type { WrittenBy } from '@/platform/ports';
import { loadLedger } from './load-document';
import { numberOf } from './number-of';

/** Who wrote each stretch of a record, from the log and its checkpoints alone (PROTOCOL P43). */
export async function authorshipOf(db: Db, document: string): Promise<WrittenBy | undefined> {
  const seq = await numberOf(db, 'record', document);
  if (seq === undefined) return undefined;
  const ledger = await loadLedger(db, document, seq);
  return {
    seq,
    authors: ledger.authors,
    written: [...ledger.written()].map(([client, { from, to, author }]) => [client, from, to, author]),
  };
}
