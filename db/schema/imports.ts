import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Defaults } from '@/domain/intake/candidate-of';
import type { Mapping } from '@/domain/intake/list-columns';
import { id, moment } from './columns';
import { parties, people, workspaces } from './workspaces';

/** A list of claims that a party brought. Begun, it is worked off by the server a few rows at a time (SPEC IN9). */
export const imports = pgTable(
  'imports',
  {
    id: id('id').primaryKey(),
    /** The order in which they came, in which they are worked off. */
    position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    state: text('state', { enum: ['read', 'running', 'finished', 'cancelled', 'stopped', 'discarded'] }).notNull(),
    kind: text('kind', { enum: ['csv', 'json', 'claim-review'] }).notNull(),
    fileName: text('file_name').notNull(),
    columns: text('columns').array().notNull(),
    rows: integer('rows').notNull(),
    /** How its columns are read; absent until it is begun. */
    mapping: jsonb('mapping').$type<Mapping>(),
    defaults: jsonb('defaults').$type<Defaults>(),
    readAt: moment('read_at').notNull(),
    begunAt: moment('begun_at'),
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('imports_party').on(t.partyId, t.position),
    index('imports_running').on(t.position).where(sql`${t.state} = 'running'`),
    check('imports_state', sql`${t.state} in ('read', 'running', 'finished', 'cancelled', 'stopped', 'discarded')`),
    check('imports_begun_with_mapping', sql`${t.state} = 'read' or (${t.mapping} is not null and ${t.defaults} is not null)`),
  ],
);

/** A row of such a list. Its cells are kept until it is decided, and of a refused one what it was refused for, for the report (SPEC IN11). */
export const importRows = pgTable(
  'import_rows',
  {
    importId: id('import_id')
      .notNull()
      .references(() => imports.id),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    /** From 1, in the order of the list. */
    number: integer('number').notNull(),
    state: text('state', { enum: ['waiting', 'taken', 'known', 'refused', 'discarded'] }).notNull(),
    cells: jsonb('cells').$type<Record<string, string>>().notNull(),
    wording: text('wording').notNull(),
    /**
     * The claim that it became, or that it already was. No foreign key: its check would lock the claim after the workspace, while whoever signs off or attaches
     * a source holds the claim and waits for the workspace. Claims are never deleted, so the id always leads to one.
     */
    claimId: id('claim_id'),
    issues: jsonb('issues').$type<RowIssue[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.number] }),
    index('import_rows_waiting').on(t.importId, t.number).where(sql`${t.state} = 'waiting'`),
    check('import_rows_state', sql`${t.state} in ('waiting', 'taken', 'known', 'refused', 'discarded')`),
    check('import_rows_claim', sql`(${t.state} in ('taken', 'known')) = (${t.claimId} is not null)`),
    check('import_rows_kept', sql`${t.state} = 'waiting' or ${t.cells} = '{}'::jsonb`),
    check('import_rows_reason', sql`(${t.state} = 'refused') = (jsonb_array_length(${t.issues}) > 0)`),
  ],
);

/** Why a row was refused: the field, the code of a sentence, its numbers, and the beginning of what stood there as `value`. */
export type RowIssue = { field: string; code: string } & Record<string, unknown>;
