import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { documentClients, documents, documentUpdates } from '@/db/schema';

export type LogRow = { seq: number; personId: string; partyId: string; update: Uint8Array };

/** The rows of a document's log in order, up to and including `seq`. */
export async function readLog(db: Db, document: string, seq?: number): Promise<LogRow[]> {
  const { seq: number, personId, partyId, update } = documentUpdates;
  return db
    .select({ seq: number, personId, partyId, update })
    .from(documentUpdates)
    .where(and(eq(documentUpdates.document, document), seq === undefined ? undefined : lte(number, seq)))
    .orderBy(asc(number));
}

/** The rows that came after `seq`, at most so many. */
export async function readLogAfter(db: Db, document: string, seq: number, most: number): Promise<LogRow[]> {
  const { seq: number, personId, partyId, update } = documentUpdates;
  return db
    .select({ seq: number, personId, partyId, update })
    .from(documentUpdates)
    .where(and(eq(documentUpdates.document, document), gt(number, seq)))
    .orderBy(asc(number))
    .limit(most);
}

/** How far the logs of these documents are. */
export async function readHeads(db: Db, names: readonly string[]): Promise<{ name: string; head: number }[]> {
  if (names.length === 0) return [];
  return db
    .select({ name: documents.name, head: documents.headSeq })
    .from(documents)
    .where(inArray(documents.name, [...names]));
}

/** Who each Yjs client id of a document belongs to. */
export async function readClients(db: Db, document: string): Promise<Map<number, string>> {
  const rows = await db
    .select({ clientId: documentClients.clientId, personId: documentClients.personId })
    .from(documentClients)
    .where(eq(documentClients.document, document));
  return new Map(rows.map((row) => [row.clientId, row.personId]));
}

export type DocumentRow = { name: string; workspaceId: string; kind: 'record' | 'notes'; headSeq: number };

export async function readDocument(db: Db, name: string): Promise<DocumentRow | undefined> {
  const { workspaceId, kind, headSeq } = documents;
  const [row] = await db
    .select({ name: documents.name, workspaceId, kind, headSeq })
    .from(documents)
    .where(eq(documents.name, name));
  return row;
}
