import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { v7 } from 'uuid';
import { freePort } from '@/tests/support/free-port';
import type { DialectName } from './clients/dialect';

/** What stands behind a server: documents that exist, and the headers of those who may write in them. */
export type World = { documents: string[]; writers: Record<string, string>[] };
export type Usage = { cpuMs: number; rss: number; heapUsed: number; arrayBuffers: number; unsent: number };

/** A server under test, in a process of its own. */
export type Running = {
  url: string;
  dialect: DialectName;
  world: World;
  usage(options?: { collect: boolean }): Promise<Usage>;
  kill(): Promise<void>;
};
export type Start = { documents: number; world?: World; limits?: 'raised' | 'default' };
/** `keeps`: what was written is there after a restart. */
export type Subject = { name: string; isOurs: boolean; keeps: boolean; start(options: Start): Promise<Running> };

/** Where the subjects of one run keep their data. */
export type Places = { folder: string; bundles: string; databaseUrl(name: string): Promise<string> };

export function subjects({ folder, bundles, databaseUrl }: Places): Subject[] {
  const yWebsocket = (name: string, env: Record<string, string>): Subject =>
    peer(
      { name, dialect: 'stock', program: 'node_modules/y-websocket-2/bin/server.cjs', keeps: 'YPERSISTENCE' in env },
      async () => env,
    );
  const hocuspocus = (name: string, keeps: boolean, env: () => Promise<Record<string, string>>): Subject =>
    peer({ name, dialect: 'hocuspocus', program: 'tests/bench/servers/hocuspocus.mjs', keeps }, env);
  const program = join(bundles, 'countersign.js');
  return [
    yWebsocket('y-websocket', {}),
    yWebsocket('y-websocket + LevelDB', { YPERSISTENCE: join(folder, 'leveldb') }),
    hocuspocus('Hocuspocus', false, async () => ({})),
    hocuspocus('Hocuspocus + PostgreSQL', true, async () => ({ DATABASE_URL: await databaseUrl('hocuspocus') })),
    countersign('Countersign on PostgreSQL', program, async () => ({ url: await databaseUrl('countersign') })),
    countersign('Countersign on PGlite', program, async () => ({ dataDir: join(folder, 'pglite') })),
  ];
}

function peer(
  { name, dialect, program, keeps }: { name: string; dialect: DialectName; program: string; keeps: boolean },
  env: () => Promise<Record<string, string>>,
): Subject {
  return {
    name,
    keeps,
    isOurs: false,
    start: async ({ documents, world }) => {
      const port = await freePort();
      const child = launch([program], { ...(await env()), HOST: '127.0.0.1', PORT: String(port) });
      await listening(child, port);
      const names = world ?? { documents: Array.from({ length: documents }, () => v7()), writers: [{}] };
      return running(child, { url: `ws://127.0.0.1:${port}`, dialect, world: names });
    },
  };
}

function countersign(name: string, program: string, where: () => Promise<{ url: string } | { dataDir: string }>): Subject {
  return {
    name,
    isOurs: true,
    keeps: true,
    start: async ({ limits = 'raised', ...options }) => {
      const port = await freePort();
      const child = launch([program, JSON.stringify({ ...options, where: await where(), limits, port })], {});
      for await (const line of createInterface({ input: child.stdout ?? process.stdin }))
        return running(child, { url: `ws://127.0.0.1:${port}/collab`, dialect: 'stock', world: JSON.parse(line) });
      throw new Error(`${name} ended before it listened.`);
    },
  };
}

/** Every server runs under the same flags and the same observer. What it prints beside its first line is of no interest. */
function launch(args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--expose-gc', '--import', './tests/bench/servers/observe.mjs', ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  child.stdout?.resume();
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`A peer ended with ${child.exitCode} before it listened.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const say = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', say(true));
    socket.once('error', say(false));
  });
}

function running(child: ChildProcess, rest: Pick<Running, 'url' | 'dialect' | 'world'>): Running {
  const waiting = new Map<number, (usage: Usage) => void>();
  let asked = 0;
  child.on('message', ({ id, usage }: { id: number; usage: Usage }) => waiting.get(id)?.(usage));
  child.stdout?.resume();
  return {
    ...rest,
    usage: ({ collect } = { collect: false }) =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        child.send({ id: asked, collect });
      }),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
