import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytes, id, moment } from './columns';
import { parties, people, workspaces } from './workspaces';

/** A version of the charter as stored bytes (canonical JSON of text and parameters); in force once every signing party ratified it. */
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
    state: text('state', { enum: ['proposed', 'in-force', 'superseded'] }).notNull(),
    proposedAt: moment('proposed_at').notNull(),
    inForceAt: moment('in_force_at'),
  },
  (t) => [
    unique('charter_versions_number').on(t.workspaceId, t.number),
    uniqueIndex('charter_versions_one_in_force').on(t.workspaceId).where(sql`${t.state} = 'in-force'`),
    check('charter_versions_state', sql`${t.state} in ('proposed', 'in-force', 'superseded')`),
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
