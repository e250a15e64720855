import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { sections, statementCharacters } from '@/domain/transparency/sections';
import { id, moment, visibleLength } from './columns';
import { parties, people, workspaces } from './workspaces';

/** One version of what a desk, or a party of it, says about itself (SPEC TR1). Append-only: other words are another version. */
export const transparencyStatements = pgTable(
  'transparency_statements',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    section: text('section', { enum: sections }).notNull(),
    /** Whose words they are; null for the desk's. */
    partyId: id('party_id').references(() => parties.id),
    /** Counts the versions of one section and party. */
    number: integer('number').notNull(),
    text: text('text').notNull(),
    writtenBy: id('written_by')
      .notNull()
      .references(() => people.id),
    writtenByParty: id('written_by_party')
      .notNull()
      .references(() => parties.id),
    at: moment('at').notNull(),
  },
  (t) => [
    unique('transparency_statements_number').on(t.workspaceId, t.section, t.partyId, t.number).nullsNotDistinct(),
    check(
      'transparency_statements_section',
      sql`${t.section} in ('methodology', 'members', 'funding', 'corrections', 'contact')`,
    ),
    check('transparency_statements_owner', sql`(${t.section} in ('members', 'funding')) = (${t.partyId} is not null)`),
    check('transparency_statements_own_words', sql`${t.partyId} is null or ${t.partyId} = ${t.writtenByParty}`),
    check(
      'transparency_statements_length',
      sql`char_length(${t.text}) <= ${sql.raw(String(statementCharacters))} and ${visibleLength(t.text)} > 0`,
    ),
  ],
);

/** That a party's moderator said: this is right, still. Append-only, several of one party: each renews the date (SPEC TR2). */
export const transparencyConfirmations = pgTable(
  'transparency_confirmations',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    statementId: id('statement_id')
      .notNull()
      .references(() => transparencyStatements.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull(),
  },
  (t) => [index('transparency_confirmations_statement').on(t.statementId)],
);
