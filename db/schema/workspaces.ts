import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, moment } from './columns';

/** One joint desk: its parties, its charter, its claims. The first one created owns the public root. */
export const workspaces = pgTable('workspaces', {
  id: id('id').primaryKey(),
  /** Order of creation; the smallest owns the root for ever. */
  position: integer('position').notNull().unique(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  /** IANA name, printed beside times. */
  timeZone: text('time_zone').notNull(),
  mainLanguage: text('main_language').notNull(),
  /** Marks findings as demonstration on every public page. */
  demonstration: boolean('demonstration').notNull(),
  contact: text('contact').notNull(),
  createdAt: moment('created_at').notNull(),
});

/** A side, or a body that takes full part (signing), or a mediator or secretariat (observing). Order is the charter's. */
export const parties = pgTable(
  'parties',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    position: integer('position').notNull(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    /** The letter in the party's mark. */
    letter: text('letter').notNull(),
    standing: text('standing', { enum: ['signing', 'observing'] }).notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    unique('parties_position').on(t.workspaceId, t.position),
    unique('parties_slug').on(t.workspaceId, t.slug),
    check('parties_standing', sql`${t.standing} in ('signing', 'observing')`),
  ],
);

export const people = pgTable(
  'people',
  {
    id: id('id').primaryKey(),
    /** Lower case; never shown in public, in a log line or to another party. */
    email: text('email').notNull(),
    /** None for who comes by an identity provider and has set no password. */
    passwordHash: text('password_hash'),
    name: text('name').notNull(),
    /** The name a signer chose for public pages; without one it is "Moderator, <party>". */
    publicName: text('public_name'),
    locale: text('locale').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [uniqueIndex('people_email').on(t.email), check('people_email_lower', sql`${t.email} = lower(${t.email})`)],
);

/** One party and one role per person and workspace. A steward has no party. */
export const memberships = pgTable(
  'memberships',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    partyId: id('party_id').references(() => parties.id),
    role: text('role', { enum: ['checker', 'moderator', 'observer', 'steward'] }).notNull(),
    createdAt: moment('created_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    uniqueIndex('memberships_one_at_a_time').on(t.workspaceId, t.personId).where(sql`${t.endedAt} is null`),
    index('memberships_person').on(t.personId),
    check('memberships_role', sql`${t.role} in ('checker', 'moderator', 'observer', 'steward')`),
    check('memberships_steward_has_no_party', sql`(${t.role} = 'steward') = (${t.partyId} is null)`),
  ],
);

/** What a signer has an interest in, or that there is nothing (C19). Of the seat: one that was made for another party does not count. */
export const interestDeclarations = pgTable(
  'interest_declarations',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    /** Null for who declared none. */
    interests: text('interests'),
    at: moment('at').notNull(),
  },
  (t) => [
    index('interest_declarations_seat').on(t.workspaceId, t.personId, t.partyId),
    check('interest_declarations_length', sql`char_length(${t.interests}) between 1 and 1000`),
  ],
);

/** A signed-in browser. next-auth's token carries `{sub, sid}`; this row decides whether it still counts. */
export const sessions = pgTable(
  'sessions',
  {
    sid: id('sid').primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    /** When the person last proved who they are (C22). */
    confirmedAt: moment('confirmed_at').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    /** To a quarter of an hour; none before the first page. */
    lastSeenAt: moment('last_seen_at'),
    /** The browser's family by name, such as Firefox, and nothing else of what it said. */
    browser: text('browser'),
  },
  (t) => [index('sessions_person').on(t.personId)],
);

/** Facts about the deployment itself: whether the demo world is in, the digest of the setup link. */
export const settings = pgTable('settings', { name: text('name').primaryKey(), value: text('value').notNull() });
