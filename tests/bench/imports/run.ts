import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suggestMapping } from '@/domain/intake/list-columns';
import { signedIn } from '@/tests/bench/list/signed-in';
import { startPostgres } from '@/tests/support/postgres';
import { startCountersign } from '@/tests/web/support/server';

// npm run bench:imports -- <folder>: takes every list in a folder into the demonstration's desk, twice, on PGlite and on PostgreSQL, with the columns that are
// proposed, and says what became of the rows. tests/bench/README.md says how to read it.

const folder = process.argv[2];
if (folder === undefined) throw new Error('Which folder? npm run bench:imports -- <folder with lists>');
const lists = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(json|csv|tsv)$/.test(name))
  .sort()
  .map((name) => join(folder, name));

type Import = {
  state: string;
  columns: string[];
  rows: number;
  counts: Record<'waiting' | 'taken' | 'known' | 'refused', number>;
};

const cluster = await startPostgres({ mayCrash: true });
const address = await cluster.createDatabase('imports');
for (const [name, env] of [
  ['PGlite', {}],
  ['PostgreSQL', { DATABASE_URL: address }],
] as const) {
  const server = await startCountersign({ demo: true, env });
  const person = server.demoAccounts.find(({ role }) => role === 'checker');
  if (person === undefined) throw new Error('The demonstration has no checker.');
  const headers = { cookie: await signedIn(server.url, person), 'content-type': 'application/json' };
  for (const list of lists)
    for (const turn of ['first', 'again']) process.stdout.write(`${name}  ${await take(server.url, headers, list, turn)}\n`);
  await server.stop();
}
await cluster.stop();

/** From the file to the last row, as a browser would ask for it. */
async function take(url: string, headers: Record<string, string>, path: string, turn: string): Promise<string> {
  const ask = async <T>(way: string, body?: unknown): Promise<T> => {
    const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`${url}/api/v1/imports${way}`, sent);
    const answer = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer.error));
    return answer as T;
  };
  const label = `${basename(join(path, '..'))}/${basename(path)}, ${turn}`;
  const startedAt = performance.now();
  try {
    const { id } = await ask<{ id: string }>('', { fileName: basename(path), text: readFileSync(path, 'utf8') });
    const { columns } = await ask<Import>(`/${id}`);
    const defaults = { language: 'en', title: '', seenOn: '2026-03-14', dayOrder: 'day-first' };
    await ask(`/${id}/start`, { reading: { mapping: suggestMapping(columns), defaults } });
    let now = await ask<Import>(`/${id}`);
    while (now.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      now = await ask<Import>(`/${id}`);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const { taken, known, refused, waiting } = now.counts;
    const pace = `${seconds.toFixed(1)} s, ${((seconds / now.rows) * 1000).toFixed(1)} s for 1,000 rows`;
    return `${label}: ${now.rows} rows, ${taken} taken, ${known} known, ${refused} refused, ${waiting} left; ${pace}`;
  } catch (cause) {
    return `${label}: not read: ${cause instanceof Error ? cause.message : cause}`;
  }
}
