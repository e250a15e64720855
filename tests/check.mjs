import { mkdirSync } from 'node:fs';
import { exitOf, install, launch, requireNode, say } from '../server/prepare.mjs';

// npm run check: everything that needs no build, no database and no browser. All steps run, so that one run shows every fault.

const bin = (name) => `node_modules/${name}`;
const folders = ['app', 'commands', 'components', 'db', 'domain', 'i18n', 'messages', 'platform', 'server', 'tests'];

const steps = [
  ['format and lint (biome)', bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.'],
  ['route types (next typegen)', bin('next/dist/bin/next'), 'typegen'],
  ['types (tsc)', bin('typescript/bin/tsc'), '--noEmit', '-p', '.'],
  ['types of domain without Node and browser (tsc -p domain)', bin('typescript/bin/tsc'), '--noEmit', '-p', 'domain'],
  ['who imports whom (dependency-cruiser)', bin('dependency-cruiser/bin/dependency-cruise.mjs'), ...folders],
  ['unused files, exports and packages (knip)', bin('knip/bin/knip.js')],
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
];

requireNode();
await install();
mkdirSync('tests/.tmp', { recursive: true });

const failed = [];
for (const [name, program, ...args] of steps) {
  const startedAt = performance.now();
  say(name);
  const status = await exitOf(launch(process.execPath, [program, ...args]));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`${status === 0 ? 'passed' : `FAILED with exit code ${status}`} in ${seconds} s\n`);
  if (status !== 0) failed.push(name);
}

if (failed.length > 0) {
  console.error(`npm run check failed at: ${failed.join('; ')}`);
  process.exit(1);
}
say('npm run check passed.');
