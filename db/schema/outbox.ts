import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, moment } from './columns';
import { workspaces } from './workspaces';

/** Mails that wait, and what became of those that do not. Words and links are sealed, and erased when the mail is gone. */
export const outbox = pgTable(
  'outbox',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    kind: text('kind').notNull(),
    /** What the mail is about, so that it can be called off with it. */
    subjectId: id('subject_id'),
    recipient: text('recipient').notNull(),
    locale: text('locale').notNull(),
    sealed: text('sealed'),
    state: text('state', { enum: ['waiting', 'sent', 'dropped'] }).notNull(),
    /** Why the last attempt failed or the mail was dropped: a code, never an answer's words, which may hold an address. */
    fault: text('fault'),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: moment('next_attempt_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('outbox_waiting').on(t.nextAttemptAt).where(sql`${t.state} = 'waiting'`),
    index('outbox_workspace').on(t.workspaceId, t.createdAt),
    check('outbox_state', sql`${t.state} in ('waiting', 'sent', 'dropped')`),
    check('outbox_keeps_no_words', sql`(${t.state} = 'waiting') = (${t.sealed} is not null)`),
    check('outbox_ended', sql`(${t.state} = 'waiting') = (${t.endedAt} is null)`),
  ],
);
