import { eq, lt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { documentProjections, documentVersions } from '@/db/schema';
import type { RecordDraft } from '@/domain/record/draft';
import { headsOf } from '@/domain/record/heads';
import { newId } from '@/platform/new-id';

type Projected = { document: string; workspaceId: string; seq: number; draft: RecordDraft; at: Date };

/** Stores what lists show of a record. An older projection never replaces a newer one. */
export async function keepProjection(db: Db, projection: Projected): Promise<void> {
  const { seq, draft, at } = projection;
  const { questions, text: words } = headsOf(draft);
  await db
    .insert(documentProjections)
    .values({ ...projection, questions, words })
    .onConflictDoUpdate({
      target: documentProjections.document,
      set: { seq, draft, questions, words, at },
      setWhere: lt(documentProjections.seq, seq),
    });
}

/** What lists show of a record at present. */
export async function readProjection(db: Db, document: string): Promise<{ seq: number; draft: RecordDraft } | undefined> {
  const [row] = await db
    .select({ seq: documentProjections.seq, draft: documentProjections.draft })
    .from(documentProjections)
    .where(eq(documentProjections.document, document));
  return row;
}

/** Remembers the last moment before much of a record went; any number of processes may have seen it. */
export async function keepBeforeLoss(db: Db, { document, workspaceId, seq, at }: Omit<Projected, 'draft'>): Promise<void> {
  await db
    .insert(documentVersions)
    .values({ id: newId(), workspaceId, document, seq, kind: 'before-loss', at })
    .onConflictDoNothing();
}
