import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { documentClients, documents, documentUpdates } from '@/db/schema';

/** One row of a document's log, before it has a number. `newClients` are Yjs client ids that become this person's. */
export type Entry = { personId: string; partyId: string; at: Date; update: Uint8Array; newClients: number[] };

/**
 * Appends entries to a document's log and gives the number of the first. The document's row stays locked until the commit, so
 * numbers are gapless and in commit order for any number of writers. A client id that somebody else has
 * taken meanwhile is a unique violation: the append fails as a whole and the room starts again from the log.
 */
export async function append(db: Db, document: string, entries: readonly Entry[]): Promise<number> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(documents)
      .set({ headSeq: sql`${documents.headSeq} + ${entries.length}` })
      .where(eq(documents.name, document))
      .returning({ headSeq: documents.headSeq });
    if (row === undefined) throw new Error(`There is no document ${document} to append to.`);
    const first = row.headSeq - entries.length + 1;
    await tx.insert(documentUpdates).values(
      entries.map(({ personId, partyId, at, update }, index) => ({
        document,
        seq: first + index,
        personId,
        partyId,
        at,
        update,
      })),
    );
    const clients = entries.flatMap(({ personId, at, newClients }) =>
      newClients.map((clientId) => ({ document, clientId, personId, at })),
    );
    if (clients.length > 0) await tx.insert(documentClients).values(clients);
    return first;
  });
}
