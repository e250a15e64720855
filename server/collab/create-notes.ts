import type { Db } from '@/db/client';
import { documents, documentUpdates } from '@/db/schema';
import { encodeEmptyNotes } from './encode-draft';

/**
 * A party's private notes on a claim, made when its first member opens them. Two who open them at once make one: whoever
 * comes second finds the row. The empty paragraph is update 1 and that member's.
 */
export async function createNotes(
  db: Db,
  notes: { name: string; workspaceId: string; claimId: string; partyId: string; personId: string; at: Date },
): Promise<void> {
  const { name, workspaceId, claimId, partyId, personId, at } = notes;
  await db.transaction(async (tx) => {
    const made = await tx
      .insert(documents)
      .values({ name, workspaceId, claimId, partyId, kind: 'notes', headSeq: 1, createdAt: at })
      .onConflictDoNothing()
      .returning({ name: documents.name });
    if (made.length === 0) return;
    await tx.insert(documentUpdates).values({ document: name, seq: 1, personId, partyId, at, update: encodeEmptyNotes() });
  });
}
