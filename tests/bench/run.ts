import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { startPostgres } from '@/tests/support/postgres';
import type { Figure, Measured } from './figure';
import { capacities, latencies } from './figures/typing';
import { people } from './people';
import { median } from './statistics';
import { subjects } from './subjects';

// npm run bench: peers and we take turns inside every round. tests/bench/README.md says how to read what it prints.

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    subjects: { type: 'string', default: '' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
  },
});

const figures: Figure[] = [...latencies, ...capacities].filter(({ name }) => name.includes(options.only));
const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
const bundles = join('tests/.tmp/bench');
await build({
  entryPoints: { countersign: 'tests/bench/servers/countersign.ts', generator: 'tests/bench/clients/generator.ts' },
  ...{ outdir: bundles, outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm', target: 'node20' },
  packages: 'external',
});
const cluster = await startPostgres({ mayCrash: true });
const databases = new Map<string, Promise<string>>();
const databaseUrl = (name: string) => {
  const made = databases.get(name) ?? cluster.createDatabase(name);
  databases.set(name, made);
  return made;
};
const generator = people(join(bundles, 'generator.mjs'));
const bench = { people: generator, measureMs: Number(options.seconds) * 1000 };
const all = subjects({ folder, bundles, databaseUrl }).filter(({ name }) => name.includes(options.subjects));

type Row = { figure: string; subject: string; round: number; measured: Measured };
const rows: Row[] = [];
for (const figure of figures) {
  for (let round = 1; round <= Number(options.rounds); round++) {
    for (const subject of all) {
      const measured = await figure.measure(subject, bench);
      if (measured === undefined) continue;
      rows.push({ figure: figure.name, subject: subject.name, round, measured });
      process.stderr.write(`${figure.name} round ${round} ${subject.name} ${JSON.stringify(measured)}\n`);
    }
  }
}
generator.dismiss();
await cluster.stop();
await rm(folder, { recursive: true, force: true });

await mkdir('tests/.tmp', { recursive: true });
await writeFile('tests/.tmp/bench.json', JSON.stringify(rows, null, 2));
for (const figure of figures) {
  process.stdout.write(`\n${figure.name}\n`);
  for (const subject of all) {
    const own = rows.filter((row) => row.figure === figure.name && row.subject === subject.name);
    const keys = Object.keys(own[0]?.measured ?? {});
    const cells = keys.map((key) => {
      const numbers = own.map(({ measured }) => Number(measured[key]));
      return `${key} ${median(numbers).toFixed(2)} [${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)}]`;
    });
    process.stdout.write(`  ${subject.name.padEnd(28)} ${cells.join('  ')}\n`);
  }
}
