import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { claims } from './claims';
import { id, moment, visibleLength } from './columns';
import { parties, people, workspaces } from './workspaces';

/** That a claimant was asked for a reply (SPEC RR1). The window runs from `at`, never from the day that was typed. */
export const replyContacts = pgTable(
  'reply_contacts',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    contactedOn: date('contacted_on', { mode: 'string' }).notNull(),
    channel: text('channel', {
      enum: ['email', 'telephone', 'letter', 'web-form', 'social-media', 'in-person', 'intermediary'],
    }).notNull(),
    /** In general words, such as "press office": readers see them. */
    asked: text('asked').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('reply_contacts_claim').on(t.claimId),
    check(
      'reply_contacts_channel',
      sql`${t.channel} in ('email', 'telephone', 'letter', 'web-form', 'social-media', 'in-person', 'intermediary')`,
    ),
    check('reply_contacts_asked', sql`char_length(${t.asked}) between 1 and 80 and position('@' in ${t.asked}) = 0`),
  ],
);

/** What a claimant answered, word for word, with what another party says of it (SPEC RR3). */
export const replies = pgTable(
  'replies',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    /** The party that received it. */
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    text: text('text').notNull(),
    language: text('language').notNull(),
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    at: moment('at').notNull(),
    state: text('state', { enum: ['recorded', 'confirmed', 'contested'] }).notNull(),
    decidedByParty: id('decided_by_party').references(() => parties.id),
    decidedBy: id('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
    /** Why it was contested. */
    reason: text('reason'),
  },
  (t) => [
    index('replies_claim').on(t.claimId),
    check('replies_state', sql`${t.state} in ('recorded', 'confirmed', 'contested')`),
    check('replies_text_length', sql`char_length(${t.text}) between 1 and 2000`),
    check(
      'replies_decided_by_another',
      sql`(${t.state} = 'recorded') = (${t.decidedByParty} is null) and (${t.decidedByParty} is null or ${t.decidedByParty} <> ${t.partyId})`,
    ),
    check('replies_contested_with_reason', sql`${t.state} <> 'contested' or coalesce(${visibleLength(t.reason)}, 0) >= 40`),
  ],
);

/** A party's word that the claimant need not be asked (SPEC RR4). */
export const replyWaivers = pgTable(
  'reply_waivers',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    unique('reply_waivers_once').on(t.claimId, t.partyId),
    check('reply_waivers_reason', sql`${visibleLength(t.reason)} >= 40`),
  ],
);
