import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core';
import type * as schema from '@/db/schema';

/** The database as commands and queries see it: the same on PGlite and on PostgreSQL. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

/**
 * A transaction. Inside one, nothing may touch the outer `Db`: PGlite has one connection, and waiting for it from within
 * its own transaction lasts for ever.
 */
export type Tx = PgTransaction<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

/** An open database and the way to close it. */
export type OpenDatabase = { db: Db; kind: 'pglite' | 'postgres'; close(): Promise<void> };
