import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { documents } from '@/db/schema';
import type { DocumentName } from './document-name';

/** Those of these documents that take nothing any more, by name: records of closed claims, drafts of the charter that were proposed or overtaken. */
export async function readClosed(db: Db, open: readonly DocumentName[]): Promise<Set<string>> {
  const names = [...new Set(open.filter(({ kind }) => kind !== 'notes').map(({ name }) => name))];
  if (names.length === 0) return new Set();
  const rows = await db
    .select({ name: documents.name })
    .from(documents)
    .where(and(inArray(documents.name, names), eq(documents.isClosed, true)));
  return new Set(rows.map(({ name }) => name));
}
