import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { jobs } from '@/db/schema';

export type FailingJob = { id: string; kind: string; dueAt: Date; attempts: number; nextAttemptAt: Date; fault: string | null };

const jobsShown = 50;

/** What should have happened at a desk and failed, the oldest first, as its steward sees it: kind, times and a code, never what it is about (SPEC J4). */
export async function failingJobs({ workspaceId }: { workspaceId: string }, conn: Db): Promise<FailingJob[]> {
  return conn
    .select({
      id: jobs.id,
      kind: jobs.kind,
      dueAt: jobs.dueAt,
      attempts: jobs.attempts,
      nextAttemptAt: jobs.nextAttemptAt,
      fault: jobs.fault,
    })
    .from(jobs)
    .where(and(eq(jobs.workspaceId, workspaceId), isNotNull(jobs.fault)))
    .orderBy(asc(jobs.seq))
    .limit(jobsShown);
}
