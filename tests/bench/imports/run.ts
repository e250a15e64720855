import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SuggestedReading } from '@/domain/intake/suggest-reading';
import { signedIn } from '@/tests/bench/list/signed-in';
import { startPostgres } from '@/tests/support/postgres';
import { startCountersign } from '@/tests/web/support/server';

// npm run bench:imports -- <folder> [pglite|postgres]: takes every list below a folder into the demonstration's desk, twice, on PGlite and on PostgreSQL, read
// as the page proposes, and says what became of the rows. tests/bench/README.md says how to read it.

const [folder, only] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder? npm run bench:imports -- <folder with lists>');
const lists = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(json|csv|tsv|html)$/.test(name))
  .sort()
  .map((name) => join(folder, name));

type Import = {
  state: string;
  columns: string[];
  rows: number;
  counts: Record<'waiting' | 'taken' | 'known' | 'refused', number>;
  suggested: SuggestedReading;
};

if (only !== 'postgres') await takeAll('PGlite', {});
if (only !== 'pglite') {
  const cluster = await startPostgres({ mayCrash: true });
  await takeAll('PostgreSQL', { DATABASE_URL: await cluster.createDatabase('imports') });
  await cluster.stop();
}

async function takeAll(name: string, env: Record<string, string>): Promise<void> {
  const server = await startCountersign({ demo: true, env });
  const person = server.demoAccounts.find(({ role }) => role === 'checker');
  if (person === undefined) throw new Error('The demonstration has no checker.');
  const headers = { cookie: await signedIn(server.url, person), 'content-type': 'application/json' };
  for (const list of lists)
    for (const turn of ['first', 'again'])
      process.stdout.write(`${name}  ${await take(`${server.url}/api/v1/imports`, headers, list, turn)}\n`);
  await server.stop();
}

/** From the file to the last row, as a browser would ask for it. */
async function take(url: string, headers: Record<string, string>, path: string, turn: string): Promise<string> {
  const ask = async <T>(way: string, body?: unknown): Promise<T> => {
    const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await reach(`${url}${way}`, sent);
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error.message);
    return answer as T;
  };
  const label = `${basename(join(path, '..'))}/${basename(path)}, ${turn}`;
  const startedAt = performance.now();
  try {
    const { id } = await ask<{ id: string }>('', { fileName: basename(path), text: readFileSync(path, 'utf8') });
    const { suggested } = await ask<Import>(`/${id}`);
    // Where no column says where a claim appeared, a person would have to: the list's own name.
    const { url: address, title } = suggested.mapping;
    const named = address === undefined && title === undefined ? basename(path) : '';
    const defaults = { language: 'en', title: named, seenOn: '2026-03-14', dayOrder: suggested.dayOrder };
    await ask(`/${id}/start`, { reading: { mapping: suggested.mapping, defaults } });
    let now = await ask<Import>(`/${id}`);
    while (now.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      now = await ask<Import>(`/${id}`);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const { taken, known, refused, waiting } = now.counts;
    const pace = now.rows < 100 ? '' : `, ${((seconds / now.rows) * 1000).toFixed(1)} s for 1,000 rows`;
    const sums = `${now.rows} rows, ${taken} taken, ${known} known, ${refused} refused, ${waiting} left`;
    const reasons =
      turn === 'first' && refused > 0 ? `\n    ${(await reasonsOf(`${url}/${id}/report`, headers)).join('\n    ')}` : '';
    return `${label}: ${sums}; ${seconds.toFixed(1)} s${pace}${reasons}`;
  } catch (cause) {
    return `${label}: not read: ${cause instanceof Error ? cause.message : cause}`;
  }
}

/** A server that was busy for long may close a connection just when it is used again: what only reads is asked once more. */
async function reach(address: string, sent: RequestInit): Promise<Response> {
  try {
    return await fetch(address, sent);
  } catch (cause) {
    if (sent.method === 'POST') throw new Error(`The connection broke: ${cause instanceof Error ? cause.cause : cause}`);
    return fetch(address, sent);
  }
}

/** How many rows were refused for what, by their report. */
async function reasonsOf(report: string, headers: Record<string, string>): Promise<string[]> {
  const lines = (await (await fetch(report, { headers })).text()).split('\r\n').filter((line) => line.includes(',refused,'));
  const counts = new Map<string, number>();
  for (const line of lines) {
    const [, , , field = '', ...rest] = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    const reason = `${field}: ${rest.at(1)}`.replace(/[\d,.]{2,} characters/, 'n characters');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return Array.from(counts, ([reason, count]) => `${count} × ${reason}`);
}
