import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { build, exitOf, install, launch, requireNode, run, StepFailed, say } from '../server/prepare.mjs';

// npm test: everything, from a fresh clone, in the order in which a fault is cheapest to find. The last line is the sum.

requireNode();
const reports = 'tests/.tmp';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const sections = [
  // Both wait for the network.
  ['Packages, and programs: PostgreSQL, Redis and Chromium', () => Promise.all([install(), providePrograms()])],
  ['Build', build],
  ['Check: format, types, architecture, rules', () => node('tests/check.mjs')],
  [
    'Commands, queries, routes and server on PGlite and PostgreSQL',
    () =>
      node(
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        'db',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reports}/db.json`,
        '--reporter=tests/support/report-unsteady.ts',
      ),
  ],
  ['Journeys in the browser', () => node('node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json')],
];

let status = 0;
for (const [title, step] of sections) {
  console.log(`\n━━━ ${title} ${'━'.repeat(Math.max(3, 74 - title.length))}\n`);
  const begunMs = Date.now();
  try {
    await step();
    console.log(`\n${title}: ${Math.round((Date.now() - begunMs) / 1000)} s`);
  } catch (cause) {
    status = cause instanceof StepFailed ? cause.status : 1;
    console.error(`\n${title}: ${cause instanceof StepFailed ? cause.message : (cause.stack ?? cause)}`);
    break;
  }
}

const { passed, failed } = totals();
for (const name of unsteady()) console.log(`Unsteady, passed when it was run again: ${name}`);
// A step that is no test counts as one, so that the sum is never "0 failed" beside an exit code.
console.log(`\n${passed} passed, ${status !== 0 && failed === 0 ? 1 : failed} failed`);
process.exit(status);

function node(...args) {
  return run(process.execPath, args, { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/web.json` } });
}

/** Debian's packages when this is root, a sentence about what to install when it is not. */
async function providePrograms() {
  const missing = [
    ...(hasChromium() ? [] : ['chromium-headless-shell']),
    ...(existsSync('/usr/lib/postgresql') || (await works('pg_config', '--bindir')) ? [] : ['postgresql']),
    ...((await works('redis-server', '--version')) ? [] : ['redis-server']),
  ];
  if (missing.length === 0) return say('All are here.');
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !(await works('apt-get', '--version'))) {
    throw new StepFailed(`The tests need ${missing.join(' and ')}. On Debian or Ubuntu: sudo ${install}`, 1);
  }
  say(`Installing ${missing.join(' and ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', install.split(' ').slice(1), { env });
}

function hasChromium() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? `${process.env.HOME}/.cache/ms-playwright`;
  const downloaded = existsSync(cache) && readdirSync(cache).some((name) => name.startsWith('chromium'));
  const programs = [process.env.CHROMIUM_PATH, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
  return programs.some((path) => path !== undefined && existsSync(path)) || downloaded;
}

async function works(program, argument) {
  return (await exitOf(launch(program, [argument], { stdio: 'ignore' })).catch(() => 1)) === 0;
}

/** What the reports of vitest and of Playwright say together. A suite that broke before its first test counts as one failure. */
function totals() {
  const sum = { passed: 0, failed: 0 };
  for (const report of ['unit', 'db'].map(read).filter(Boolean)) {
    const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    sum.passed += report.numPassedTests;
    sum.failed += report.numFailedTests + broken;
  }
  const web = read('web');
  if (web !== undefined) {
    sum.passed += web.stats.expected + web.stats.flaky;
    sum.failed += web.stats.unexpected;
  }
  return sum;
}

/** The tests that passed only at the second attempt: each is a fault to mend, of the test or of the product. */
function unsteady() {
  const tests = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(tests)];
  const journeys = (read('web')?.suites ?? [])
    .flatMap(tests)
    .filter(({ tests: runs }) => runs.some(({ status }) => status === 'flaky'));
  return [...(read('unsteady') ?? []), ...journeys.map(({ file, title }) => `${file} › ${title}`)];
}

function read(name) {
  const path = `${reports}/${name}.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
