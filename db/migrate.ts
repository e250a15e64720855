import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** The server starts in the project's folder, bundled or not; Next's tracer need not follow. */
export function migrationsFolder(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'db', 'migrations');
}

/** Any fixed number will do: it is the name of the lock that starting processes queue at. */
const migrationLock = 4_205_001;

/**
 * Migrates a PostgreSQL database. Several processes may start at the same time, so they take turns at an advisory lock, which
 * belongs to a session: hence one connection of its own.
 */
export async function migratePostgres(url: string): Promise<void> {
  const connection = postgres(url, {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: 'countersign migrate' },
  });
  try {
    await connection`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(connection), { migrationsFolder: migrationsFolder() });
  } finally {
    await connection.end();
  }
}
