import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { charterVersions } from './charters';
import { claims } from './claims';
import { bytes, id, moment, visibleLength } from './columns';
import { parties, people, workspaces } from './workspaces';

/** A frozen, immutable, hashed record. Its bytes never change; its state does. */
export const revisions = pgTable(
  'revisions',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    /** Counts every freeze; unpublished ones answer 404 in public. */
    number: integer('number').notNull(),
    state: text('state', { enum: ['signing', 'cooling-off', 'published', 'superseded', 'withdrawn', 'expired'] }).notNull(),
    bytes: bytes('bytes').notNull(),
    sha256: text('sha256').notNull(),
    charterVersionId: id('charter_version_id')
      .notNull()
      .references(() => charterVersions.id),
    /** The document's sequence number that was frozen. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** The document's last number at that moment: higher when what was typed since was left out. Null for what was frozen before this was kept. */
    headSeq: bigint('head_seq', { mode: 'number' }),
    proposedBy: id('proposed_by')
      .notNull()
      .references(() => people.id),
    proposedByParty: id('proposed_by_party')
      .notNull()
      .references(() => parties.id),
    frozenAt: moment('frozen_at').notNull(),
    /** Why a withdrawn revision went back to work, and whose word ended it. */
    endedReason: text('ended_reason'),
    endedByParty: id('ended_by_party').references(() => parties.id),
    endedAt: moment('ended_at'),
    publishedAt: moment('published_at'),
  },
  (t) => [
    unique('revisions_number').on(t.claimId, t.number),
    unique('revisions_sha256').on(t.claimId, t.sha256),
    uniqueIndex('revisions_one_in_signing').on(t.claimId).where(sql`${t.state} in ('signing', 'cooling-off')`),
    uniqueIndex('revisions_one_published').on(t.claimId).where(sql`${t.state} = 'published'`),
    index('revisions_workspace').on(t.workspaceId, t.state),
    check('revisions_state', sql`${t.state} in ('signing', 'cooling-off', 'published', 'superseded', 'withdrawn', 'expired')`),
    check('revisions_published_at', sql`(${t.state} in ('published', 'superseded')) = (${t.publishedAt} is not null)`),
    check('revisions_withdrawn_with_reason', sql`${t.state} <> 'withdrawn' or ${t.endedReason} is not null`),
  ],
);

/** A preview's salt: made once per claim and round, so that the previewed bytes are the frozen bytes. */
export const revisionSalts = pgTable(
  'revision_salts',
  {
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    number: integer('number').notNull(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    salt: text('salt').notNull(),
  },
  (t) => [primaryKey({ columns: [t.claimId, t.number] })],
);

/** Who wrote how much of a revision's text, counted from the log at freezing (C20). */
export const revisionAuthors = pgTable(
  'revision_authors',
  {
    revisionId: id('revision_id')
      .notNull()
      .references(() => revisions.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    characters: integer('characters').notNull(),
  },
  // A person who changed parties wrote for both.
  (t) => [primaryKey({ columns: [t.revisionId, t.personId, t.partyId] })],
);

/** A server-made nonce for one person and one revision, single use, ten minutes, and the statement that was made and shown with it. */
export const signOffNonces = pgTable('sign_off_nonces', {
  nonce: text('nonce').primaryKey(),
  workspaceId: id('workspace_id')
    .notNull()
    .references(() => workspaces.id),
  revisionId: id('revision_id')
    .notNull()
    .references(() => revisions.id),
  personId: id('person_id')
    .notNull()
    .references(() => people.id),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
  /** The bytes that are signed. Null for what was begun before statements were made first. */
  statement: bytes('statement'),
});

/** A party moderator's statement on one revision, as the bytes that were signed. Append-only. */
export const signOffs = pgTable(
  'sign_offs',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    revisionId: id('revision_id')
      .notNull()
      .references(() => revisions.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    decision: text('decision', { enum: ['approve', 'approve-with-statement', 'dissent', 'abstain'] }).notNull(),
    reason: text('reason'),
    /** The clause ("C10") or source ("E3") a dissent or abstention rests on. */
    cites: text('cites'),
    /** Printed in public, frozen at signing so that a later change of name changes no signature. */
    signerName: text('signer_name').notNull(),
    bytes: bytes('bytes').notNull(),
    sha256: text('sha256').notNull(),
    at: moment('at').notNull(),
    /** Order among the sign-offs of a revision. */
    position: integer('position').notNull(),
  },
  (t) => [
    unique('sign_offs_once_per_person').on(t.revisionId, t.personId),
    unique('sign_offs_position').on(t.revisionId, t.position),
    check('sign_offs_decision', sql`${t.decision} in ('approve', 'approve-with-statement', 'dissent', 'abstain')`),
    check(
      'sign_offs_reasons',
      sql`${t.decision} not in ('dissent', 'abstain') or (${visibleLength(t.reason)} >= 40 and ${t.cites} is not null)`,
    ),
    check('sign_offs_statement', sql`${t.decision} <> 'approve-with-statement' or ${visibleLength(t.reason)} > 0`),
  ],
);

/** What the public reads: one row per claim, written in the one transaction that publishes (C30). */
export const verdicts = pgTable(
  'verdicts',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .unique()
      .references(() => claims.id),
    revisionId: id('revision_id')
      .notNull()
      .references(() => revisions.id),
    slug: text('slug').notNull(),
    outcome: text('outcome', { enum: ['joint', 'with-dissent', 'split', 'no-joint-finding'] }).notNull(),
    rating: text('rating'),
    language: text('language').notNull(),
    /** All languages of the published record. Empty for what was published before there could be several: it has the main one alone. */
    languages: text('languages').array().notNull().default(sql`'{}'`),
    /** Lower-cased question, title, finding, claim, summary and source titles: what the public search reads. Published text only. */
    searchText: text('search_text').notNull(),
    firstPublishedAt: moment('first_published_at').notNull(),
    publishedAt: moment('published_at').notNull(),
    /** Order of publication in the workspace, newest highest. */
    position: integer('position').notNull(),
  },
  (t) => [unique('verdicts_slug').on(t.workspaceId, t.slug), unique('verdicts_position').on(t.workspaceId, t.position)],
);
