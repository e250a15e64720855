import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytes, id, moment } from './columns';
import { parties, people, workspaces } from './workspaces';

/** A version of the charter as stored bytes (canonical JSON of text and parameters); in force once every party asked has ratified it and its notice is over. */
export const charterVersions = pgTable(
  'charter_versions',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    number: integer('number').notNull(),
    bytes: bytes('bytes').notNull(),
    sha256: text('sha256').notNull(),
    state: text('state', { enum: ['proposed', 'notice', 'in-force', 'superseded', 'withdrawn'] }).notNull(),
    proposedAt: moment('proposed_at').notNull(),
    /** Who proposed it, for which party: that party alone takes it back (SPEC H14). None for what the server itself stored. */
    proposedBy: id('proposed_by').references(() => people.id),
    proposedByParty: id('proposed_by_party').references(() => parties.id),
    /** The last ratification, with which the notice of an amendment begins (SPEC H13). */
    ratifiedAt: moment('ratified_at'),
    /** The end of the notice. The server may be down at that moment; then it is in force a little later, and never earlier. */
    effectiveAt: moment('effective_at'),
    inForceAt: moment('in_force_at'),
    /** Why a proposal came to nothing. */
    endedReason: text('ended_reason'),
  },
  (t) => [
    unique('charter_versions_number').on(t.workspaceId, t.number),
    uniqueIndex('charter_versions_one_in_force').on(t.workspaceId).where(sql`${t.state} = 'in-force'`),
    uniqueIndex('charter_versions_one_in_notice').on(t.workspaceId).where(sql`${t.state} = 'notice'`),
    check('charter_versions_state', sql`${t.state} in ('proposed', 'notice', 'in-force', 'superseded', 'withdrawn')`),
    check(
      'charter_versions_notice_ends',
      sql`${t.state} <> 'notice' or (${t.ratifiedAt} is not null and ${t.effectiveAt} is not null)`,
    ),
    check('charter_versions_withdrawn_with_reason', sql`${t.state} <> 'withdrawn' or ${t.endedReason} is not null`),
  ],
);

export const charterRatifications = pgTable(
  'charter_ratifications',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    charterVersionId: id('charter_version_id')
      .notNull()
      .references(() => charterVersions.id),
    /** The digest the moderator saw; another text is not ratified. */
    sha256: text('sha256').notNull(),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull(),
  },
  (t) => [unique('charter_ratifications_once').on(t.charterVersionId, t.partyId)],
);

/** A party's own word that it leaves the charter, and why. Where it has two moderators, one declares it and another confirms (SPEC H18). */
export const partyExits = pgTable(
  'party_exits',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    reason: text('reason').notNull(),
    declaredBy: id('declared_by')
      .notNull()
      .references(() => people.id),
    declaredAt: moment('declared_at').notNull(),
    confirmedBy: id('confirmed_by').references(() => people.id),
    /** From here on the party is gone. Null while a second moderator is waited for. */
    leftAt: moment('left_at'),
    /** A declaration that was taken back. */
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [
    uniqueIndex('party_exits_one').on(t.partyId).where(sql`${t.withdrawnAt} is null`),
    index('party_exits_workspace').on(t.workspaceId),
    check('party_exits_one_end', sql`${t.leftAt} is null or ${t.withdrawnAt} is null`),
  ],
);
