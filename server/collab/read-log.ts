import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { documentClients, documentCredits, documents, documentUpdates } from '@/db/schema';
import type { DocumentKind } from './content-rules';
import type { Credits } from './ledger';

export type LogRow = { seq: number; personId: string; partyId: string; update: Uint8Array };

/** The rows of a document's log in order, from behind `after` up to and including `seq`. */
export async function readLog(db: Db, document: string, seq?: number, after = 0): Promise<LogRow[]> {
  const { seq: number, personId, partyId, update } = documentUpdates;
  return db
    .select({ seq: number, personId, partyId, update })
    .from(documentUpdates)
    .where(and(eq(documentUpdates.document, document), gt(number, after), seq === undefined ? undefined : lte(number, seq)))
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

/** Whose text the restores of a document copied. */
export async function readCredits(db: Db, document: string): Promise<Credits> {
  const rows = await db
    .select({ clientId: documentCredits.clientId, stretches: documentCredits.stretches })
    .from(documentCredits)
    .where(eq(documentCredits.document, document));
  return new Map(
    rows.map(({ clientId, stretches }) => [
      clientId,
      stretches.map(([from, to, personId, partyId]) => ({ from, to, author: { personId, partyId } })),
    ]),
  );
}

export type DocumentRow = { name: string; workspaceId: string; kind: DocumentKind; headSeq: number };

export async function readDocument(db: Db, name: string): Promise<DocumentRow | undefined> {
  const { workspaceId, kind, headSeq } = documents;
  const [row] = await db
    .select({ name: documents.name, workspaceId, kind, headSeq })
    .from(documents)
    .where(eq(documents.name, name));
  return row;
}
