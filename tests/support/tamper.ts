import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';

/** What somebody with a shell and the owner's rights does: the table's triggers off, the statement, the triggers on again. */
export async function tamper(db: Db, table: string, statement: SQL): Promise<void> {
  await db.execute(sql`alter table ${sql.identifier(table)} disable trigger user`);
  try {
    await db.execute(statement);
  } finally {
    await db.execute(sql`alter table ${sql.identifier(table)} enable trigger user`);
  }
}
