import { and, desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { documents } from '@/db/schema';

export type CharterDraft = { name: string; number: number; headSeq: number };

/** The live draft of a desk's charter, if one has been begun and not proposed or overtaken. */
export async function openCharterDraft(
  { workspaceId }: { workspaceId: string },
  conn: Db | Tx,
): Promise<CharterDraft | undefined> {
  return (await charterDrafts({ workspaceId }, conn)).find(({ isClosed }) => !isClosed);
}

/** All drafts of a desk's charter, the newest first. */
export async function charterDrafts(
  { workspaceId }: { workspaceId: string },
  conn: Db | Tx,
): Promise<(CharterDraft & { isClosed: boolean })[]> {
  const { name, headSeq, isClosed, createdAt } = documents;
  const rows = await conn
    .select({ name, headSeq, isClosed })
    .from(documents)
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.kind, 'charter')))
    .orderBy(desc(createdAt));
  return rows.map((row) => ({ ...row, number: Number(row.name.split('/').at(-1)) })).toSorted((a, b) => b.number - a.number);
}
