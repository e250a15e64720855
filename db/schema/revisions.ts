import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { decisions, objectionGrounds } from '@/domain/charter/facts';
import { outcomes } from '@/domain/claim/outcomes';
import { revisionStates } from '@/domain/claim/transitions';
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
    state: text('state', { enum: revisionStates }).notNull(),
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
    /** Counts the freezes since the last publication, up to the last round of its charter (C27). */
    round: integer('round').notNull().default(1),
    /** The deadline, and the end of the mediation after it. Null under a charter without a clock. */
    signingEndsAt: moment('signing_ends_at'),
    mediationEndsAt: moment('mediation_ends_at'),
    /** How many of its clock's notices were given: two reminders and the deadline. */
    notices: integer('notices').notNull().default(0),
    /** What its positions amount to and since when, from the cooling-off on. */
    outcome: text('outcome', { enum: outcomes }),
    outcomeAt: moment('outcome_at'),
    /** The end of its cooling-off, holds included. */
    releasesAt: moment('releases_at'),
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
    check(
      'revisions_state',
      sql`${t.state} in ('signing', 'cooling-off', 'published', 'superseded', 'retracted', 'withdrawn', 'expired')`,
    ),
    check(
      'revisions_published_at',
      sql`(${t.state} in ('published', 'superseded', 'retracted')) = (${t.publishedAt} is not null)`,
    ),
    check('revisions_outcome', sql`${t.outcome} in ('joint', 'with-dissent', 'split', 'no-joint-finding')`),
    check('revisions_cooling', sql`${t.state} <> 'cooling-off' or (${t.releasesAt} is not null and ${t.outcomeAt} is not null)`),
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
    decision: text('decision', { enum: decisions }).notNull(),
    reason: text('reason'),
    /** The clause ("C10") or source ("E3") that a reason rests on. */
    cites: text('cites'),
    /** What an objection rests on (C25). */
    ground: text('ground', { enum: objectionGrounds }),
    /** Printed in public, frozen at signing so that a later change of name changes no signature. */
    signerName: text('signer_name').notNull(),
    bytes: bytes('bytes').notNull(),
    sha256: text('sha256').notNull(),
    at: moment('at').notNull(),
    /** Order among the sign-offs of a revision. */
    position: integer('position').notNull(),
    /** Counts what one person has said of one revision: more than one only after a withdrawal (SPEC L19). */
    seq: integer('seq').notNull().default(1),
  },
  (t) => [
    unique('sign_offs_once_per_person').on(t.revisionId, t.personId, t.seq),
    unique('sign_offs_position').on(t.revisionId, t.position),
    check(
      'sign_offs_decision',
      sql`${t.decision} in ('approve', 'approve-with-statement', 'dissent', 'object', 'abstain', 'recuse')`,
    ),
    check(
      'sign_offs_reasons',
      sql`${t.decision} not in ('dissent', 'object', 'abstain', 'recuse') or (${visibleLength(t.reason)} >= 40 and ${t.cites} is not null)`,
    ),
    check(
      'sign_offs_ground',
      sql`(${t.decision} = 'object') = (${t.ground} is not null) and ${t.ground} in ('safety', 'law', 'scope', 'evidence-pending')`,
    ),
    check('sign_offs_statement', sql`${t.decision} <> 'approve-with-statement' or ${visibleLength(t.reason)} > 0`),
  ],
);

/** That somebody took back what they had signed, and why. Append-only: the statement itself stays (SPEC L19). */
export const signOffWithdrawals = pgTable(
  'sign_off_withdrawals',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    revisionId: id('revision_id')
      .notNull()
      .references(() => revisions.id),
    signOffId: id('sign_off_id')
      .notNull()
      .unique()
      .references(() => signOffs.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('sign_off_withdrawals_revision').on(t.revisionId),
    check('sign_off_withdrawals_reason', sql`${visibleLength(t.reason)} >= 20`),
  ],
);

/** A party's pause of a publication that is cooling off (C31): once for each party and revision. Append-only. */
export const revisionHolds = pgTable(
  'revision_holds',
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
    reason: text('reason').notNull(),
    hours: integer('hours').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    unique('revision_holds_once_per_party').on(t.revisionId, t.partyId),
    check('revision_holds_hours', sql`${t.hours} > 0`),
    check('revision_holds_reason', sql`${visibleLength(t.reason)} >= 20`),
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
    outcome: text('outcome', { enum: outcomes }).notNull(),
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
