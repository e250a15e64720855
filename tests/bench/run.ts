import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { startPostgres } from '@/tests/support/postgres';
import type { Figure } from './figure';
import { abuse, slowReader, whale } from './figures/abuse';
import { measureCommit } from './figures/commit';
import { memoryOfConnections, memoryOfDocuments } from './figures/memory';
import { kill, load } from './figures/survival';
import { capacities, latencies } from './figures/typing';
import { people } from './people';
import { subjects } from './subjects';
import { type Row, tableOf } from './table';
import { oneRow, verdicts } from './targets';

// npm run bench: peers and ours take turns inside every round. tests/bench/README.md says how to read what it prints.

const { values: options } = parseArgs({
  options: {
    /** Parts of names of figures, and of subjects, with commas between them; all, when left out. */
    only: { type: 'string', default: '' },
    subjects: { type: 'string', default: '' },
    rounds: { type: 'string', default: '3' },
    /** How long a rate is measured. */
    seconds: { type: 'string', default: '4' },
  },
});
const rounds = Number(options.rounds);
const named = (wanted: string) => (one: { name: string }) => wanted.split(',').some((part) => one.name.includes(part));

const all: Figure[] = [...latencies, ...capacities, memoryOfConnections, memoryOfDocuments, slowReader, whale, abuse, load, kill];
const figures = all.filter(named(options.only));
const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
const bundles = 'tests/.tmp/bench';
await bundle();
const cluster = await startPostgres({ mayCrash: true });
const databases = new Map<string, Promise<string>>();
const generator = people(join(bundles, 'generator.js'));
const chosen = subjects({ folder, bundles, databaseUrl }).filter(named(options.subjects));

const rows: Row[] = [];
for (const figure of figures) {
  for (let round = 1; round <= rounds; round++) await measureAll(figure, round);
  process.stdout.write(`\n${figure.name}: ${figure.says}\n${tableOf(rows.filter((row) => row.figure === figure.name))}`);
}
generator.dismiss();
await cluster.stop();
await rm(folder, { recursive: true, force: true });

await mkdir('tests/.tmp', { recursive: true });
const judged = verdicts(rows);
await writeFile('tests/.tmp/bench.json', JSON.stringify({ node: process.version, options, rows, verdicts: judged }, null, 2));
const lines = judged.map(({ target, found, isMet }) => `${isMet ? 'met   ' : 'MISSED'}  ${target}: ${found}\n`);
process.stdout.write(`\nTargets, ours on PostgreSQL against the best peer of the same round\n${lines.join('')}`);

async function measureAll(figure: Figure, round: number): Promise<void> {
  if (figure.name.startsWith('latency')) await measureCommitOf(figure, round);
  for (const subject of chosen) {
    if (figure.isOf?.(subject) === false) continue;
    process.stderr.write(`${figure.name}, round ${round} of ${rounds}: ${subject.name}\n`);
    const measured = await figure.measure(subject, { people: generator, measureMs: Number(options.seconds) * 1000, rounds });
    rows.push({ figure: figure.name, subject: subject.name, round, measured });
  }
}

/** Beside each latency, since the machine changes its mind. */
async function measureCommitOf(figure: Figure, round: number): Promise<void> {
  const measured = await measureCommit(await databaseUrl('commit'));
  rows.push({ figure: figure.name, subject: oneRow, round, measured });
}

function databaseUrl(name: string): Promise<string> {
  const made = databases.get(name) ?? cluster.createDatabase(name);
  databases.set(name, made);
  return made;
}

/** As our build does it: what runs in production is bundled, its worker threads beside it. */
async function bundle(): Promise<void> {
  const workers = await readdir('server/collab').then((names) => names.filter((name) => name.endsWith('-worker.ts')));
  await build({
    entryPoints: [
      'tests/bench/servers/countersign.ts',
      'tests/bench/clients/generator.ts',
      ...workers.map((name) => join('server/collab', name)),
    ],
    ...{ outdir: bundles, entryNames: '[name]', logLevel: 'warning' },
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' },
  });
}
