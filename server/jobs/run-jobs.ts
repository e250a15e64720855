import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import type { JobKind } from '@/commands/schedule';
import type { Db } from '@/db/handle';
import { jobs } from '@/db/schema';
import { nextAttempt } from '@/domain/time/pause-after';
import type { JobHandler, JobHandlers } from './handlers';

type Job = typeof jobs.$inferSelect & { kind: JobKind };
type Work = {
  db: Db;
  handlers: JobHandlers;
  /** A new context for each job, of the server itself; jobs are due by its `now`. */
  newContext: () => Context;
  stopping: AbortSignal;
  report: (fault: unknown) => void;
};

/**
 * Runs every job that is due, one after another, and answers how many were done (SPEC J2). Several processes may do this at once: an attempt is taken by setting the
 * next one, so nobody else begins the same, and one whose process dies is tried again (J3).
 */
export async function runJobs(work: Work): Promise<number> {
  let done = 0;
  while (!work.stopping.aborted) {
    const context = work.newContext();
    const job = await takeAttempt(work, context.now);
    if (job === undefined) break;
    done += (await attempt(work, context, job)) ? 1 : 0;
  }
  return done;
}

async function attempt({ db, handlers, report }: Work, context: Context, job: Job): Promise<boolean> {
  const handler = handlers[job.kind];
  const fault = handler === undefined ? 'no-handler' : await faultOf(() => handler(context, { id: job.subjectId }), report);
  // Asked for again meanwhile, it has another id, and that one stays.
  if (fault === undefined) await db.delete(jobs).where(eq(jobs.id, job.id));
  else await db.update(jobs).set({ fault }).where(eq(jobs.id, job.id));
  return fault === undefined;
}

/** Why an attempt failed, as a code: what a fault says may quote what people wrote, so it goes to the operator's log alone (SPEC J4). */
async function faultOf(run: () => ReturnType<JobHandler>, report: Work['report']): Promise<string | undefined> {
  try {
    const result = await run();
    return result.ok ? undefined : result.refusal.code;
  } catch (thrown) {
    report(thrown);
    return 'fault';
  }
}

/** The job that has waited longest, with its next attempt already set. */
async function takeAttempt({ db, handlers }: Work, now: Date): Promise<Job | undefined> {
  const known = Object.keys(handlers);
  if (known.length === 0) return undefined;
  return db.transaction(async (tx) => {
    const [due] = await tx
      .select()
      .from(jobs)
      .where(and(lte(jobs.nextAttemptAt, now), inArray(jobs.kind, known)))
      .orderBy(jobs.nextAttemptAt, jobs.seq)
      .limit(1)
      .for('update', { skipLocked: true });
    if (due === undefined) return undefined;
    await tx
      .update(jobs)
      .set({ attempts: sql`${jobs.attempts} + 1`, nextAttemptAt: nextAttempt(now, due.attempts) })
      .where(eq(jobs.id, due.id));
    // Only kinds that have a handler were asked for.
    return { ...due, kind: due.kind as JobKind };
  });
}
