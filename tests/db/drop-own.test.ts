import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { dropOwn } from '@/db/drop-own';
import { openDatabase } from '@/db/open-database';
import { rows } from '@/db/rows';
import { newPostgresUrl } from '@/tests/support/database';
import { temporaryFolder } from '@/tests/support/temporary-folder';

it.each([
  ['PGlite', async () => ({ dataDir: temporaryFolder() })],
  ['PostgreSQL', async () => ({ url: await newPostgresUrl() })],
])('leaves on %s what is not ours, and lets the migrations run again', async (_, place) => {
  const where = await place();
  const first = await openDatabase(where);
  await first.db.execute(sql`create table theirs (word text)`);
  await first.db.execute(sql`insert into theirs values ('kept')`);
  await first.db.execute(sql`insert into settings values ('demo', 'loading')`);
  await dropOwn(first.db);
  await first.close();
  const again = await openDatabase(where);
  expect(rows(await again.db.execute(sql`select word from theirs`))).toEqual([{ word: 'kept' }]);
  expect(rows(await again.db.execute(sql`select * from settings`))).toEqual([]);
  await again.close();
});
