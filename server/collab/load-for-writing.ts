import type { Db } from '@/db/client';
import { type Loaded, loadDocument } from './load-document';
import { type DocumentRow, readClients, readDocument } from './read-log';

/** A document as its log says it is at `seq`, and who each Yjs client id in it belongs to. */
export type LoadedForWriting = Loaded & { row: DocumentRow; clients: Map<number, string> };

/** The one way in which a document comes into a room; at its newest number when `seq` is left out. Undefined: there is none. */
export async function loadForWriting(db: Db, name: string, seq?: number): Promise<LoadedForWriting | undefined> {
  const row = await readDocument(db, name);
  if (row === undefined) return undefined;
  const loaded = await loadDocument(db, name, seq);
  // After the log: an id may be known early, never late.
  return { ...loaded, row, clients: await readClients(db, name) };
}
