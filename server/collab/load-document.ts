import type * as Y from 'yjs';
import type { Db } from '@/db/client';
import { type DocumentRow, readClients, readDocument, readLog } from './read-log';
import { replay } from './replay';

/** A document as its log says it is at `seq`, and who each Yjs client id in it belongs to. */
export type LoadedDocument = { row: DocumentRow; doc: Y.Doc; seq: number; clients: Map<number, string> };

/** The one way in which a document comes into memory; at its newest number when `seq` is left out. Undefined: there is none. */
export async function loadDocument(db: Db, name: string, seq?: number): Promise<LoadedDocument | undefined> {
  const row = await readDocument(db, name);
  if (row === undefined) return undefined;
  const log = await readLog(db, name, seq);
  // After the log: an id may be known early, never late.
  const clients = await readClients(db, name);
  return { row, doc: replay(log), seq: log.at(-1)?.seq ?? 0, clients };
}
