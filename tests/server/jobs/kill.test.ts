import { spawn } from 'node:child_process';
import { once as happening } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '@/db/open-database';
import { events, jobs } from '@/db/schema';
import { pausesMs } from '@/domain/time/pause-after';
import { runJobs } from '@/server/jobs/run-jobs';
import { contextOf, noon } from '@/tests/support/build';
import { newPostgresUrl } from '@/tests/support/database';
import type { ChildOrders } from './support/child';
import { once } from './support/once';

/** What a process prints that is killed while it runs a job. */
async function killed(orders: ChildOrders): Promise<{ workspaceId: string; subjectId: string }> {
  const program = ['--import', 'tsx', 'tests/server/jobs/support/child.ts', JSON.stringify(orders)];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [, signal] = await happening(child, 'close');
  expect(signal).toBe('SIGKILL');
  return JSON.parse(printed);
}

describe.each([
  ['pglite', 'after'],
  ['postgres', 'before'],
  ['postgres', 'after'],
] as const)('a process on %s that is killed in a job, %s its commit', (kind, dies) => {
  it('[J3] leaves a job that the next one does again after its pause, and what it did stays done once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'countersign-jobs-'));
    const where = kind === 'pglite' ? { dataDir: folder } : { url: await newPostgresUrl() };
    const { workspaceId, subjectId } = await killed({ where, dies });
    const { db, close } = await openDatabase(where);
    const run = (now: Date) =>
      runJobs({
        db,
        handlers: { 'revision.advance': (context, job) => once(context, job, workspaceId) },
        newContext: () => contextOf(db, { kind: 'system' }, { now }),
        stopping: new AbortController().signal,
        report: (fault) => expect(fault).toBeUndefined(),
      });
    const done = () => db.$count(events, eq(events.subjectId, subjectId));

    expect(await done()).toBe(dies === 'after' ? 1 : 0);
    expect(await db.select().from(jobs)).toMatchObject([{ subjectId, attempts: 1, fault: null }]);
    expect(await run(new Date(noon.getTime() + pausesMs[0] - 1))).toBe(0);
    expect(await run(new Date(noon.getTime() + pausesMs[0]))).toBe(1);
    expect(await done()).toBe(1);
    expect(await db.$count(jobs)).toBe(0);
    await close();
    await rm(folder, { recursive: true, force: true });
  });
});
