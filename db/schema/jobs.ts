import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, moment } from './columns';
import { workspaces } from './workspaces';

/**
 * Wake-ups that wait (SPEC J1). One that was answered is deleted: what it brought about is in the history. No foreign key on what it is about, which is
 * of another table for each kind.
 */
export const jobs = pgTable(
  'jobs',
  {
    /** Renewed when the same wake-up is asked for again, so that an attempt that is under way does not end the new one. */
    id: id('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    kind: text('kind').notNull(),
    subjectId: id('subject_id').notNull(),
    dueAt: moment('due_at').notNull(),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: moment('next_attempt_at').notNull(),
    /** Why the last attempt failed: a code, never the words of a fault, which may quote a draft. */
    fault: text('fault'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('jobs_once').on(t.kind, t.subjectId, t.dueAt),
    index('jobs_next').on(t.nextAttemptAt, t.seq),
    index('jobs_failing').on(t.workspaceId, t.seq).where(sql`${t.fault} is not null`),
    check('jobs_attempts', sql`${t.attempts} >= 0 and (${t.fault} is null or ${t.attempts} > 0)`),
  ],
);
