import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What must be true before the server can run, checked cheaply each time. Plain Node without dependencies: a fresh clone has none.
// server/start.mjs and tests/run.mjs share it.

export const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => join(root, path);

/** Ends the process with a sentence when Node is too old for what package.json asks. */
export function requireNode() {
  const [, major, minor] = /^v(\d+)\.(\d+)/.exec(process.version) ?? [];
  if (Number(major) > 20 || (Number(major) === 20 && Number(minor) >= 19)) return;
  console.error(
    `Countersign needs Node.js 20.19 or newer; this is ${process.version}. Install Node.js 22 or 24 from https://nodejs.org.`,
  );
  process.exit(1);
}

/** Installs when there is nothing, when an installation was cut short, or when it does not match package-lock.json. */
export async function install() {
  const stamp = at('node_modules/.countersign-lock');
  const wanted = digestOf(['package-lock.json']);
  const whole = existsSync(at('node_modules/.package-lock.json'));
  if (whole && readIfThere(stamp) === wanted) return;
  if (!whole || existsSync(stamp) || isOlder('node_modules/.package-lock.json', 'package-lock.json')) {
    say('Installing packages (about a minute) …');
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  writeFileSync(stamp, wanted);
}

/** Builds when a source differs from what was built. Contents are compared, because a checkout changes every time stamp. */
export async function build() {
  const stamp = at('dist/built-from');
  // DEFAULT_LOCALE decides the rewrites of next.config.js, which Next stores in the build.
  const wanted = `${process.env.DEFAULT_LOCALE ?? ''} ${digestOf(sources())}`;
  if (!existsSync(at('dist/main.js')) || !existsSync(at('.next/BUILD_ID')) || readIfThere(stamp) !== wanted) {
    say('Building (about a minute) …');
    await run('npm', ['run', '--silent', 'build']);
    mkdirSync(at('dist'), { recursive: true });
    writeFileSync(stamp, wanted);
  }
  await packEmptyCluster();
}

/** The image is one PGlite version's, so it follows the lock file. */
async function packEmptyCluster() {
  const stamp = at('dist/packed-with');
  const wanted = digestOf(['package-lock.json', 'server/pack-empty-cluster.mjs']);
  if (existsSync(at('dist/pglite-empty.tar.gz')) && readIfThere(stamp) === wanted) return;
  say('Preparing an empty database …');
  await run(process.execPath, ['server/pack-empty-cluster.mjs']);
  writeFileSync(stamp, wanted);
}

/** Runs a program in the project's folder with this console; rejects when it fails. */
export async function run(program, args, options = {}) {
  const status = await exitOf(launch(program, args, options));
  if (status !== 0) throw new StepFailed(`${[program, ...args].join(' ')} failed with exit code ${status}.`, status);
}

export class StepFailed extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

export function launch(program, args, { env, ...options } = {}) {
  // On Windows npm is a script, which only a shell runs.
  const shell = process.platform === 'win32' && program === 'npm';
  return spawn(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell,
    ...options,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
}

/** The exit code of a child; one that a signal ended counts as failed. */
export function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // Not 'exit': what it printed may still be on its way then.
    child.on('close', (code) => resolve(code ?? 1));
  });
}

export function say(line) {
  console.log(`▸ ${line}`);
}

const folders = ['app', 'commands', 'components', 'db', 'domain', 'i18n', 'messages', 'platform', 'public', 'server'];

/** Everything that ends up in a build: the source folders and the configuration files beside them. */
function sources() {
  const configuration = readdirSync(root).filter((name) =>
    /^(package-lock\.json|tsconfig\.json|(next|postcss)\.config\.\w+)$/.test(name),
  );
  return [...configuration, ...folders.filter((folder) => existsSync(at(folder))).flatMap(filesBelow)].sort();
}

function filesBelow(folder) {
  return readdirSync(at(folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length));
}

function digestOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`\0${path}\0`).update(readFileSync(at(path)));
  return hash.digest('hex');
}

function isOlder(path, than) {
  return statSync(at(path)).mtimeMs < statSync(at(than)).mtimeMs;
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
