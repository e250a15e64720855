import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { documents } from '@/db/schema';

/**
 * The open draft takes nothing any more and stays readable: it was proposed, or a version came into force and it says what that one changed away from (SPEC H19, PROTOCOL
 * P71). The append holds the same row, so an edit is in the log before this or nowhere.
 */
export async function closeDraft(tx: Tx, workspaceId: string): Promise<void> {
  await tx
    .update(documents)
    .set({ isClosed: true })
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.kind, 'charter'), eq(documents.isClosed, false)));
}
