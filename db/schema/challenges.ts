import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { challengeSubjects } from '@/domain/challenge/about';
import { claims } from './claims';
import { id, moment, visibleLength } from './columns';
import { revisions } from './revisions';
import { parties, people, workspaces } from './workspaces';

/** What somebody out there holds against a published revision (C32). Its words never change, and it moves by a table (SPEC CH1). */
export const challenges = pgTable(
  'challenges',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    revisionId: id('revision_id')
      .notNull()
      .references(() => revisions.id),
    /** Counts in the workspace: what the public calls it by. */
    number: integer('number').notNull(),
    state: text('state', { enum: ['received', 'acknowledged', 'accepted', 'declined', 'withdrawn'] }).notNull(),
    about: text('about', { enum: challengeSubjects }).notNull(),
    words: text('words').notNull(),
    /** Where the challenger says that it can be seen. */
    url: text('url'),
    /** The language that the challenger read in: of the form, the link's page and the mails. */
    locale: text('locale').notNull(),
    /** E-mail address and link, for those who left an address; gone with the end (SPEC CH5). */
    sealedContact: text('sealed_contact'),
    tokenSha256: text('token_sha256').notNull().unique(),
    receivedAt: moment('received_at').notNull(),
    acknowledgeBy: moment('acknowledge_by').notNull(),
    decideBy: moment('decide_by').notNull(),
    acknowledgedAt: moment('acknowledged_at'),
    acknowledgedByParty: id('acknowledged_by_party').references(() => parties.id),
    endedAt: moment('ended_at'),
    /** Whether everybody may read the challenger's words (SPEC CH3). */
    publishesWords: boolean('publishes_words').notNull(),
    /** When each clock was found to be over with nothing done. */
    acknowledgementOverdueAt: moment('acknowledgement_overdue_at'),
    decisionOverdueAt: moment('decision_overdue_at'),
    /** Order of the last public change among all of the workspace's challenges: what is kept of public pages goes by it. */
    change: integer('change').notNull(),
  },
  (t) => [
    unique('challenges_number').on(t.workspaceId, t.number),
    unique('challenges_change').on(t.workspaceId, t.change),
    index('challenges_claim').on(t.claimId, t.number),
    index('challenges_open').on(t.workspaceId, t.decideBy).where(sql`${t.state} in ('received', 'acknowledged')`),
    check('challenges_state', sql`${t.state} in ('received', 'acknowledged', 'accepted', 'declined', 'withdrawn')`),
    check('challenges_about', sql`${t.about} in ('finding', 'evidence', 'claim', 'translation', 'other')`),
    check('challenges_words_length', sql`char_length(${t.words}) between 1 and 3000`),
    check(
      'challenges_acknowledged',
      sql`${t.state} not in ('acknowledged', 'accepted', 'declined') or ${t.acknowledgedAt} is not null`,
    ),
    check('challenges_acknowledged_by_a_party', sql`(${t.acknowledgedAt} is null) = (${t.acknowledgedByParty} is null)`),
    check('challenges_ended', sql`(${t.state} in ('accepted', 'declined', 'withdrawn')) = (${t.endedAt} is not null)`),
    check('challenges_contact_goes', sql`${t.endedAt} is null or ${t.sealedContact} is null`),
    check('challenges_words_by_decision', sql`not ${t.publishesWords} or ${t.state} in ('accepted', 'declined')`),
  ],
);

/** What a party says to a challenge, once, in public. Append-only. */
export const challengeDecisions = pgTable(
  'challenge_decisions',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    challengeId: id('challenge_id')
      .notNull()
      .references(() => challenges.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    decision: text('decision', { enum: ['accept', 'decline'] }).notNull(),
    reason: text('reason').notNull(),
    /** Whether this party agrees that everybody reads the challenger's words. */
    publishesWords: boolean('publishes_words').notNull(),
    at: moment('at').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    unique('challenge_decisions_once').on(t.challengeId, t.partyId),
    unique('challenge_decisions_position').on(t.challengeId, t.position),
    check('challenge_decisions_decision', sql`${t.decision} in ('accept', 'decline')`),
    check('challenge_decisions_reason', sql`${visibleLength(t.reason)} >= 40 and char_length(${t.reason}) <= 2000`),
  ],
);

/** A form that was refused, as it was sent, for the page that shows it again (SPEC CH6). Sealed, since it may hold an e-mail address; soon gone. */
export const returnedForms = pgTable(
  'returned_forms',
  {
    tokenSha256: text('token_sha256').primaryKey(),
    sealed: text('sealed').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [index('returned_forms_expire').on(t.expiresAt)],
);
