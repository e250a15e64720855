import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Db } from './handle';
import { migrationsFolder } from './migrate';

const made = /^CREATE (?:OR REPLACE )?(TABLE|FUNCTION|TYPE|SEQUENCE|VIEW) (?:IF NOT EXISTS )?"?(\w+)"?/gim;

/** Removes what our migrations made, so that they run again, and nothing else: the database may hold other people's tables. */
export async function dropOwn(db: Db): Promise<void> {
  const folder = migrationsFolder();
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const things = texts.flatMap((text) => Array.from(text.matchAll(made), ([, kind, name]) => `${kind} if exists "${name}"`));
  await db.transaction(async (tx) => {
    for (const thing of things) await tx.execute(sql.raw(`drop ${thing} cascade`));
    await tx.execute(sql`drop table if exists drizzle.__drizzle_migrations`);
  });
}
