import { lt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { documentProjections } from '@/db/schema';
import type { RecordDraft } from '@/domain/record/draft';

/** Stores what lists show of a record. An older projection never replaces a newer one. */
export async function keepProjection(
  db: Db,
  projection: { document: string; workspaceId: string; seq: number; draft: RecordDraft; at: Date },
): Promise<void> {
  const { seq, draft, at } = projection;
  await db
    .insert(documentProjections)
    .values(projection)
    .onConflictDoUpdate({
      target: documentProjections.document,
      set: { seq, draft, at },
      setWhere: lt(documentProjections.seq, seq),
    });
}
