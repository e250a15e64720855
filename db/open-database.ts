import type { OpenDatabase } from './handle';
import { openPGlite } from './open-pglite';
import { openPostgres } from './open-postgres';

/** Opens and migrates: PostgreSQL at an address, or PGlite in a folder. */
export function openDatabase(where: { url: string } | { dataDir: string }): Promise<OpenDatabase> {
  return 'url' in where ? openPostgres(where.url) : openPGlite(where.dataDir);
}
