import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** Whether a column holds one of these ids. */
export function isOneOf(column: SQL | AnyColumn, ids: readonly string[]): SQL {
  return sql`${column} = any(${arrayOf(ids)})`;
}

/** Ids as one parameter: a list of them would make the database plan anew for every length, and is written out id by id. */
export function arrayOf(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(',')}}`}::uuid[]`;
}
