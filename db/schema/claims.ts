import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, check, date, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { charterVersions } from './charters';
import { id, moment, searchWords } from './columns';
import { parties, people, workspaces } from './workspaces';

/** The assertion under check. What people see as its state is derived from this row and its newest revision. */
export const claims = pgTable(
  'claims',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    number: integer('number').notNull(),
    state: text('state', { enum: ['submitted', 'open', 'closed'] }).notNull(),
    closedAs: text('closed_as', { enum: ['not-checkable', 'duplicate', 'withdrawn'] }),
    closedReason: text('closed_reason'),
    /** What kind of statement it is, said when it was opened or closed (C02). */
    statement: text('statement', { enum: ['fact', 'opinion', 'prediction', 'value'] }),
    /** The claim that this one repeats, while it is closed as a duplicate. */
    duplicateOf: id('duplicate_of').references((): AnyPgColumn => claims.id),
    /** The wording as it was submitted; the living wording is in the record. */
    wording: text('wording').notNull(),
    /** The neutral title that was given on submission: the record begins with it. */
    neutralTitle: text('neutral_title'),
    submittedBy: id('submitted_by')
      .notNull()
      .references(() => people.id),
    submittedByParty: id('submitted_by_party')
      .notNull()
      .references(() => parties.id),
    mainLanguage: text('main_language').notNull(),
    languages: text('languages').array().notNull(),
    /** The version in force when the claim was opened: open records keep theirs. */
    charterVersionId: id('charter_version_id').references(() => charterVersions.id),
    /** Given at the first publication and never changed. */
    slug: text('slug'),
    submittedAt: moment('submitted_at').notNull(),
    openedAt: moment('opened_at'),
    closedAt: moment('closed_at'),
    /** A day in the workspace's time zone, which no time zone moves (SPEC D3). */
    dueOn: date('due_on', { mode: 'string' }),
    /** The wording's words for the search, given with it. */
    words: searchWords('words').notNull().default(sql`''`),
  },
  (t) => [
    unique('claims_number').on(t.workspaceId, t.number),
    unique('claims_slug').on(t.workspaceId, t.slug),
    index('claims_state').on(t.workspaceId, t.state),
    index('claims_due').on(t.workspaceId, t.dueOn),
    index('claims_words').using('gin', t.words),
    check('claims_state_known', sql`${t.state} in ('submitted', 'open', 'closed')`),
    check('claims_statement', sql`${t.statement} in ('fact', 'opinion', 'prediction', 'value')`),
    check(
      'claims_closed_with_reason',
      sql`(${t.state} = 'closed') = (${t.closedAs} is not null and ${t.closedReason} is not null)`,
    ),
    check('claims_open_under_charter', sql`${t.state} <> 'open' or ${t.charterVersionId} is not null`),
    check('claims_main_language_listed', sql`${t.mainLanguage} = any(${t.languages})`),
    check('claims_wording_length', sql`char_length(${t.wording}) between 1 and 2000`),
    check('claims_title_length', sql`char_length(${t.neutralTitle}) between 1 and 75`),
    check('claims_duplicate_of_another', sql`${t.duplicateOf} <> ${t.id}`),
    check('claims_duplicate_named', sql`(coalesce(${t.closedAs}, '') = 'duplicate') = (${t.duplicateOf} is not null)`),
    index('claims_duplicates').on(t.duplicateOf),
    // What an import asks for each of its rows. Of the digest, since a wording may be longer than an index takes.
    index('claims_wording').on(t.workspaceId, sql`md5(${t.wording})`),
  ],
);

/** A party's word that an open claim is to be bound by the version in force instead of its own (SPEC H15). Append-only. */
export const charterMoves = pgTable(
  'charter_moves',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    charterVersionId: id('charter_version_id')
      .notNull()
      .references(() => charterVersions.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull(),
  },
  (t) => [unique('charter_moves_once').on(t.claimId, t.charterVersionId, t.partyId)],
);

/** A place where the claim appeared (C01): an address, or a document named without a link. */
export const appearances = pgTable(
  'appearances',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    title: text('title').notNull(),
    url: text('url'),
    seenOn: date('seen_on', { mode: 'string' }).notNull(),
    locator: text('locator'),
    addedBy: id('added_by')
      .notNull()
      .references(() => people.id),
    addedAt: moment('added_at').notNull(),
    /** Order is a number, never a time. */
    position: integer('position').notNull(),
  },
  (t) => [unique('appearances_position').on(t.claimId, t.position)],
);

/** A party's acceptance of the question's exact NFC text (C05): another text is not accepted. */
export const questionAcceptances = pgTable(
  'question_acceptances',
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
    questionSha256: text('question_sha256').notNull(),
    question: text('question').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [unique('question_acceptances_once').on(t.claimId, t.partyId, t.questionSha256)],
);

/** "Searched, none found" by one party for one stance (C10). */
export const searches = pgTable(
  'searches',
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
    stance: text('stance', { enum: ['supports', 'undermines'] }).notNull(),
    note: text('note').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    unique('searches_once').on(t.claimId, t.partyId, t.stance),
    check('searches_stance', sql`${t.stance} in ('supports', 'undermines')`),
  ],
);

/** Why a record rests on secondary sources alone (C09). One per claim; a new one replaces it and the event keeps the old. */
export const primaryJustifications = pgTable('primary_justifications', {
  claimId: id('claim_id')
    .primaryKey()
    .references(() => claims.id),
  workspaceId: id('workspace_id')
    .notNull()
    .references(() => workspaces.id),
  text: text('text').notNull(),
  partyId: id('party_id')
    .notNull()
    .references(() => parties.id),
  personId: id('person_id')
    .notNull()
    .references(() => people.id),
  at: moment('at').notNull(),
});

/** Who of a party has a claim in hand. No other party reads it (SPEC D4). */
export const claimAssignments = pgTable(
  'claim_assignments',
  {
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.claimId, t.partyId] }), index('claim_assignments_person').on(t.personId)],
);

/** A name for an address of the list of claims (SPEC D8). */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    /** The party that its maker sat with: who is shown it when it is shared. */
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    name: text('name').notNull(),
    /** The parameters of the address, as the list itself writes them. */
    parameters: text('parameters').notNull(),
    isShared: boolean('is_shared').notNull(),
    savedAt: moment('saved_at').notNull(),
  },
  (t) => [unique('saved_views_name').on(t.workspaceId, t.personId, t.name), index('saved_views_party').on(t.partyId)],
);
