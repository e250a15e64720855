import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { freePort } from './free-port';

const run = promisify(execFile);

export type Cluster = {
  /** The address of one of its databases. */
  url(database: string): string;
  createDatabase(name: string, template?: string): Promise<string>;
  /** Ends it as a crash would, and starts it again later. */
  crash(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * A throw-away PostgreSQL in the temporary folder: nothing on the machine is used but the programs. It is made to be fast; one that is to be crashed
 * must keep what it confirms.
 */
export async function startPostgres({ mayCrash = false } = {}): Promise<Cluster> {
  const bin = await postgresPrograms();
  const user = await unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'countersign-postgres-'));
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder };
  const data = join(folder, 'data');
  const port = await freePort();
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    options,
  );
  // Durability is rarely under test, and the disk is the slowest part of a test machine.
  const durability = mayCrash ? '' : '-c fsync=off -c synchronous_commit=off -c full_page_writes=off';
  const settings = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder} ${durability}`;
  const start = async () => {
    await run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-t', '60', '-l', join(folder, 'log'), '-o', settings, 'start'], options);
  };
  await start();
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  return {
    url,
    createDatabase: async (name, template) => {
      const connection = postgres(url('postgres'), { max: 1 });
      await connection`create database ${connection(name)} ${template === undefined ? connection`` : connection`template ${connection(template)}`}`;
      await connection.end();
      return url(name);
    },
    start,
    crash: async () => {
      await run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], options);
    },
    stop: async () => {
      await run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], options).catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Their folder. Debian keeps each version apart from the PATH; elsewhere the programs are on it. */
export async function postgresPrograms(): Promise<string> {
  const debian = '/usr/lib/postgresql';
  const versions = await readdir(debian).catch(() => []);
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (newest !== undefined) return join(debian, newest, 'bin');
  const { stdout } = await run('pg_config', ['--bindir']).catch((cause: unknown) => {
    throw new Error('The tests need PostgreSQL 15 or newer: install the package postgresql.', { cause });
  });
  return stdout.trim();
}

/** PostgreSQL refuses to run as root, so the package's own user runs it then. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}
