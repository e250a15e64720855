import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from '@/tests/support/free-port';

const DemoAccounts = z.array(
  z.object({ email: z.string(), password: z.string(), name: z.string(), party: z.string(), role: z.string() }),
);
export type DemoAccount = z.infer<typeof DemoAccounts>[number];

export type Countersign = {
  url: string;
  dataDir: string;
  /** The people of the demo world; none when it was not loaded. */
  demoAccounts: DemoAccount[];
  /** What the process has printed so far, for a test that reads it or a fault that needs explaining. */
  output(): string;
  /** Ends it as an operator would, and removes the data folder unless the caller gave it. */
  stop(): Promise<void>;
  /** It answers nothing and keeps every connection, until it is told to go on. */
  hang(): void;
  goOn(): void;
  /** Ends it as an outage would. The data folder stays: start again on it, then `stop`. */
  kill9(): Promise<void>;
};

type Options = {
  /** A folder to start on, for a restart; a new temporary one by default. */
  dataDir?: string;
  demo?: boolean;
  /** The port of an earlier start, so that open pages find the server again. */
  port?: number;
  env?: Record<string, string>;
};

const readyWithinMs = 120_000;

/** Starts the built server as a child process, waits until it says it is ready, and gives its address. */
export async function startCountersign(options: Options = {}): Promise<Countersign> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'countersign-web-')));
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      PORT: String(port),
      HOST: '127.0.0.1',
      APP_URL: url,
      DATA_DIR: dataDir,
      // All journeys come from one address.
      COLLAB_CONNECTIONS_PER_ADDRESS: '100000',
      ...(options.demo === undefined ? {} : { DEMO: options.demo ? '1' : '0' }),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const stop = async () => {
    await end(child, 'SIGTERM');
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await untilReady(url, child);
    const demoAccounts = await readDemoAccounts(dataDir);
    const kill9 = () => end(child, 'SIGKILL');
    const [hang, goOn] = [() => void child.kill('SIGSTOP'), () => void child.kill('SIGCONT')];
    return { url, dataDir, demoAccounts, output: () => printed, stop, kill9, hang, goOn };
  } catch (cause) {
    await end(child, 'SIGKILL');
    throw new Error(`The server did not start.\n${printed}`, { cause });
  }
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`It ended with exit code ${child.exitCode}.`);
    const status = await fetch(`${url}/readyz`).then(
      (response) => response.status,
      () => undefined,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It was not ready within ${readyWithinMs} ms.`);
}

async function readDemoAccounts(dataDir: string): Promise<DemoAccount[]> {
  try {
    return DemoAccounts.parse(JSON.parse(await readFile(join(dataDir, 'demo-accounts.json'), 'utf8')));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
