import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';

/**
 * PGlite has no lock of its own: two processes on one folder both work without an error, and the rows of one of them are gone.
 * So whoever opens the folder first holds a file beside it.
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid), host: hostname() } satisfies Holder);
  if (!(await placed(path, mine))) {
    await removeStale(path);
    if (!(await placed(path, mine))) throw new DatabaseInUseError(path, await holderOf(path));
  }
  return async () => {
    if ((await contentOf(path)) === mine) await rm(path);
  };
}

export class DatabaseInUseError extends Error {
  constructor(path: string, holder: Holder | undefined) {
    const who = holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host}`;
    super(
      `The database folder is in use by ${who}, and PGlite allows one process only: a second one would lose data without notice.\n` +
        `Stop that process first, use another DATA_DIR, or set DATABASE_URL to use PostgreSQL.\n` +
        `If you are certain that no process uses it (for example after a crash on another machine), remove ${path} and start again.`,
    );
    this.name = 'DatabaseInUseError';
  }
}

const Holder = z.object({ pid: z.number(), started: z.string().nullable(), host: z.string() });
type Holder = z.infer<typeof Holder>;

/** Written elsewhere and then linked, so that the lock never exists without its content, and only one process can make it. */
async function placed(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, content, { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (cause) {
    if (isCode(cause, 'EEXIST')) return false;
    throw cause;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves a dead holder's file away, then looks at what was moved: if another starter was quicker, its lock is put back. */
async function removeStale(path: string): Promise<void> {
  const seen = await contentOf(path);
  if (seen === undefined || isAlive(parse(seen))) return;
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return;
    throw cause;
  }
  if ((await contentOf(aside)) !== seen) await link(aside, path);
  await rm(aside);
}

/** On another host nobody can tell, so it counts as alive. A number that a new process was given later counts as dead. */
function isAlive(holder: Holder | undefined): boolean {
  if (holder === undefined) return false;
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (cause) {
    if (isCode(cause, 'ESRCH')) return false;
  }
  return holder.started === null || startOf(holder.pid) === null || holder.started === startOf(holder.pid);
}

/** When a process started, in ticks since a certain boot; null where the system does not tell (proc(5), field 22 of stat). */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${boot}/${ticks}`;
  } catch {
    return null;
  }
}

async function holderOf(path: string): Promise<Holder | undefined> {
  const content = await contentOf(path);
  return content === undefined ? undefined : parse(content);
}

/** An unreadable lock names nobody: it was left by a full disk or by hand, since ours appear whole. */
function parse(content: string): Holder | undefined {
  try {
    return Holder.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return undefined;
    throw cause;
  }
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}
