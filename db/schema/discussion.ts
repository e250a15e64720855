import { sql } from 'drizzle-orm';
import { type AnyPgColumn, bigint, check, date, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Passage } from '@/domain/discussion/passage';
import type { MailWay, ToldFacts, ToldGroup, ToldKind } from '@/domain/discussion/told-kinds';
import { claims } from './claims';
import { id, moment } from './columns';
import { revisions } from './revisions';
import { sources } from './sources';
import { parties, people, workspaces } from './workspaces';

/**
 * What members say about a claim. A row without `thread_id` begins a thread and is on something; the others are replies to it. A trigger keeps every word
 * as it was written, and every reply with its thread's audience (SPEC K1, K2).
 */
export const comments = pgTable(
  'comments',
  {
    id: id('id').primaryKey(),
    /** Order is a number, never a time. */
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    threadId: id('thread_id').references((): AnyPgColumn => comments.id),
    /** The one party that reads it; null where all parties do. */
    audienceParty: id('audience_party').references(() => parties.id),
    /** What it is on: a passage, a source or a clause; the claim as a whole when all three are null. */
    passage: jsonb('passage').$type<Passage>(),
    sourceId: id('source_id').references(() => sources.id),
    clause: text('clause'),
    body: text('body').notNull(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    at: moment('at').notNull(),
    resolvedAt: moment('resolved_at'),
    resolvedBy: id('resolved_by').references(() => people.id),
    resolvedByParty: id('resolved_by_party').references(() => parties.id),
  },
  (t) => [
    index('comments_claim').on(t.claimId, t.seq),
    index('comments_thread').on(t.threadId),
    check('comments_on_one_thing', sql`num_nonnulls(${t.passage}, ${t.sourceId}, ${t.clause}, ${t.threadId}) <= 1`),
    check('comments_of_own_party', sql`${t.audienceParty} is null or ${t.audienceParty} = ${t.partyId}`),
    check('comments_threads_resolve', sql`${t.threadId} is null or ${t.resolvedAt} is null`),
    check('comments_resolved_by_somebody', sql`num_nonnulls(${t.resolvedAt}, ${t.resolvedBy}, ${t.resolvedByParty}) in (0, 3)`),
    check('comments_length', sql`char_length(${t.body}) between 1 and 2000`),
  ],
);

/** Whom a comment mentions, by the name that its words say. */
export const commentMentions = pgTable(
  'comment_mentions',
  {
    commentId: id('comment_id')
      .notNull()
      .references(() => comments.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    /** The name at the time: a later one is not in the words. */
    name: text('name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.personId] })],
);

/** What somebody is asked to do about a claim, and by when (SPEC K7). It gives no right and takes none. */
export const claimTasks = pgTable(
  'claim_tasks',
  {
    id: id('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    audienceParty: id('audience_party').references(() => parties.id),
    what: text('what').notNull(),
    assigneeId: id('assignee_id').references(() => people.id),
    /** The party that the assignee sits with, so that a joint task knows whose it is. */
    assigneeParty: id('assignee_party').references(() => parties.id),
    /** A day in the workspace's time zone. */
    dueOn: date('due_on', { mode: 'string' }),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    at: moment('at').notNull(),
    doneAt: moment('done_at'),
    doneBy: id('done_by').references(() => people.id),
    doneByParty: id('done_by_party').references(() => parties.id),
  },
  (t) => [
    index('claim_tasks_claim').on(t.claimId, t.seq),
    index('claim_tasks_open').on(t.assigneeId, t.workspaceId).where(sql`${t.doneAt} is null`),
    check('claim_tasks_of_own_party', sql`${t.audienceParty} is null or ${t.audienceParty} = ${t.partyId}`),
    check(
      'claim_tasks_assigned_within',
      sql`${t.audienceParty} is null or ${t.assigneeParty} is null or ${t.audienceParty} = ${t.assigneeParty}`,
    ),
    check('claim_tasks_assignee_has_a_party', sql`(${t.assigneeId} is null) = (${t.assigneeParty} is null)`),
    check('claim_tasks_done_by_somebody', sql`num_nonnulls(${t.doneAt}, ${t.doneBy}, ${t.doneByParty}) in (0, 3)`),
    check('claim_tasks_length', sql`char_length(${t.what}) between 1 and 300`),
  ],
);

/** What somebody did that one person is told of (SPEC K9). It goes with the person's seat. */
export const notifications = pgTable(
  'notifications',
  {
    id: id('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    /** Who is told. */
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').$type<ToldKind>().notNull(),
    claimId: id('claim_id').references(() => claims.id),
    commentId: id('comment_id').references(() => comments.id),
    taskId: id('task_id').references(() => claimTasks.id),
    revisionId: id('revision_id').references(() => revisions.id),
    facts: jsonb('facts').$type<ToldFacts>().notNull().default({}),
    /** Who did it, and for which party; nobody for what a reader or a clock did. */
    byPerson: id('by_person').references(() => people.id),
    byParty: id('by_party').references(() => parties.id),
    at: moment('at').notNull(),
    readAt: moment('read_at'),
    /** Since when no mail is owed for it: it was in one, or its person wants none (SPEC N3). */
    mailSettledAt: moment('mail_settled_at'),
  },
  (t) => [
    index('notifications_person').on(t.personId, t.workspaceId, t.seq),
    index('notifications_unread').on(t.personId, t.workspaceId).where(sql`${t.readAt} is null`),
    index('notifications_unmailed').on(t.workspaceId, t.personId).where(sql`${t.mailSettledAt} is null`),
    check('notifications_by', sql`(${t.byPerson} is null) = (${t.byParty} is null)`),
    check(
      'notifications_about',
      sql`(${t.kind} in ('mentioned', 'replied')) = (${t.commentId} is not null)
      and (${t.kind} = 'task-given') = (${t.taskId} is not null)`,
    ),
  ],
);

/** Which notifications a person has read of those that are never stored: that a task is due, that a signature is waited for. */
export const notificationMarks = pgTable(
  'notification_marks',
  {
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    key: text('key').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.workspaceId, t.key] })],
);

/** How a person wants the news of a group by mail, where they chose. It goes with the person's seat. */
export const mailChoices = pgTable(
  'mail_choices',
  {
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    group: text('of_group').$type<ToldGroup>().notNull(),
    way: text('way').$type<MailWay>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.workspaceId, t.group] }),
    check('mail_choices_group', sql`${t.group} in ('discussion', 'signing', 'publication', 'challenges', 'charter')`),
    check('mail_choices_way', sql`${t.way} in ('at-once', 'digest', 'never')`),
  ],
);
