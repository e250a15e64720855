import { mkdirSync } from 'node:fs';
import { exitOf, install, launch, requireNode, run, say } from '../server/prepare.mjs';

// npm run check: everything that needs no build, no database and no browser. All steps run, so that one run shows every fault.

const bin = (name) => `node_modules/${name}`;
const folders = ['app', 'commands', 'components', 'db', 'domain', 'i18n', 'messages', 'platform', 'server', 'tests'];

/** The longest first. */
const steps = [
  ['types (tsc)', bin('typescript/bin/tsc'), '--noEmit', '-p', '.'],
  [
    'rules, components and architecture (vitest)',
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    'unit',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=tests/.tmp/unit.json',
  ],
  ['who imports whom (dependency-cruiser)', bin('dependency-cruiser/bin/dependency-cruise.mjs'), ...folders],
  ['unused files, exports and packages (knip)', bin('knip/bin/knip.js')],
  ['types of domain without Node and browser (tsc -p domain)', bin('typescript/bin/tsc'), '--noEmit', '-p', 'domain'],
  ['format and lint (biome)', bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.'],
];

requireNode();
await install();
mkdirSync('tests/.tmp', { recursive: true });
// The types of the routes are made first: tsc reads them.
await run(process.execPath, [bin('next/dist/bin/next'), 'typegen']);

/** Two at a time, as there are cores at least; what a step prints comes when it has ended, so that two do not speak into each other. */
const failed = [];
const waiting = [...steps];
await Promise.all(
  [1, 2].map(async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await take(step);
  }),
);

async function take([name, program, ...args]) {
  const startedAt = performance.now();
  const child = launch(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(chunk));
  const status = await exitOf(child);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(name);
  process.stdout.write(Buffer.concat(printed));
  say(`${status === 0 ? 'passed' : `FAILED with exit code ${status}`} in ${seconds} s\n`);
  if (status !== 0) failed.push(name);
}

if (failed.length > 0) {
  console.error(`npm run check failed at: ${failed.join('; ')}`);
  process.exit(1);
}
say('npm run check passed.');
