import { v7 } from 'uuid';
import { withTransaction } from '@/commands/command';
import { schedule } from '@/commands/schedule';
import { openDatabase } from '@/db/open-database';
import { ok } from '@/domain/result';
import { runJobs } from '@/server/jobs/run-jobs';
import { buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { once } from './once';

/** Which database, and whether it dies before or after what the job is for is committed. */
export type ChildOrders = { where: Parameters<typeof openDatabase>[0]; dies: 'before' | 'after' };

// A process that is killed in the middle of a job. Prints the job before it begins it.
const { where, dies }: ChildOrders = JSON.parse(process.argv[2] ?? '{}');
const { db } = await openDatabase(where);
const context = contextOf(db, { kind: 'system' });
const { id: workspaceId } = await buildWorkspace(db);
const subjectId = v7();
await withTransaction(context, async (tx) => {
  await schedule(tx, context, { kind: 'revision.advance', workspaceId, subjectId, at: noon });
  return ok(undefined);
});
process.stdout.write(`${JSON.stringify({ workspaceId, subjectId })}\n`);
await runJobs({
  db,
  handlers: {
    'revision.advance': async (of, job) => {
      if (dies === 'after') await once(of, job, workspaceId);
      process.kill(process.pid, 'SIGKILL');
      // The signal comes when it comes: nothing else happens until then.
      return new Promise(() => undefined);
    },
  },
  newContext: () => contextOf(db, { kind: 'system' }),
  stopping: new AbortController().signal,
  report: () => undefined,
});
