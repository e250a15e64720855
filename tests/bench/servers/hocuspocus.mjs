import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import postgres from 'postgres';

// Hocuspocus with its defaults. With DATABASE_URL it stores documents as its SQLite extension does: one row, overwritten.
const { PORT, DATABASE_URL } = process.env;
const extensions = DATABASE_URL === undefined ? [] : [await storedIn(postgres(DATABASE_URL, { onnotice: () => {} }))];
await new Server({ address: '127.0.0.1', port: Number(PORT), quiet: true, extensions }).listen();

async function storedIn(sql) {
  await sql`create table if not exists hocuspocus (name text primary key, data bytea not null)`;
  return new Database({
    fetch: async ({ documentName }) => (await sql`select data from hocuspocus where name = ${documentName}`)[0]?.data ?? null,
    store: async ({ documentName, state }) => {
      await sql`insert into hocuspocus (name, data) values (${documentName}, ${state}) on conflict (name) do update set data = excluded.data`;
    },
  });
}
