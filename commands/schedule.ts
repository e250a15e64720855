import type { Tx } from '@/db/handle';
import { jobs } from '@/db/schema';
import type { Context } from './command';

/** What the server is woken for. Each has a command that does whatever is due by then, and a line in server/jobs/handlers.ts that calls it. */
export type JobKind =
  | 'revision.advance'
  | 'challenge.advance'
  | 'charter.advance'
  | 'notifications.mail'
  | 'notifications.digest';

export type NewJob = { kind: JobKind; workspaceId: string; subjectId: string; at: Date };

/**
 * Wakes the server at a moment, in the transaction of what that moment follows from (SPEC J1). It is a wake-up and no more: its command looks at stored times, so
 * nothing needs to be called off. The same one asked for again begins anew, also when an attempt at it is under way and has looked already.
 */
export async function schedule(tx: Tx, context: Context, { kind, workspaceId, subjectId, at }: NewJob): Promise<void> {
  const job = { id: context.newId(), attempts: 0, nextAttemptAt: at, fault: null, createdAt: context.now };
  await tx
    .insert(jobs)
    .values({ ...job, workspaceId, kind, subjectId, dueAt: at })
    .onConflictDoUpdate({ target: [jobs.kind, jobs.subjectId, jobs.dueAt], set: job });
}
