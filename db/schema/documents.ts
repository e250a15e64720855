import { sql } from 'drizzle-orm';
import { bigint, check, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { RecordDraft } from '@/domain/record/draft';
import { claims } from './claims';
import { bytes, id, moment } from './columns';
import { parties, people, workspaces } from './workspaces';

/** A live document. Its truth is the rows of `document_updates`; memory is a cache of them. */
export const documents = pgTable(
  'documents',
  {
    /** `claims/<claimId>/record` or `claims/<claimId>/notes/<partyId>`. */
    name: text('name').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    kind: text('kind', { enum: ['record', 'notes'] }).notNull(),
    /** The one party that reads and writes a private note. */
    partyId: id('party_id').references(() => parties.id),
    headSeq: bigint('head_seq', { mode: 'number' }).notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('documents_claim').on(t.claimId),
    check('documents_notes_have_a_party', sql`(${t.kind} = 'notes') = (${t.partyId} is not null)`),
  ],
);

/** The log of a document: append-only (a trigger refuses anything else), gapless and in commit order per document. */
export const documentUpdates = pgTable(
  'document_updates',
  {
    document: text('document')
      .notNull()
      .references(() => documents.name),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** From the authenticated connection, never from the payload. */
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    at: moment('at').notNull(),
    update: bytes('update').notNull(),
  },
  (t) => [primaryKey({ columns: [t.document, t.seq] })],
);

/** A Yjs client id belongs to one person per document; a forged one is refused. */
export const documentClients = pgTable(
  'document_clients',
  {
    document: text('document')
      .notNull()
      .references(() => documents.name),
    clientId: bigint('client_id', { mode: 'number' }).notNull(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.document, t.clientId] })],
);

/** The newest plain-data projection of a record, for lists. Private notes never have one. */
export const documentProjections = pgTable(
  'document_projections',
  {
    document: text('document')
      .primaryKey()
      .references(() => documents.name),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    draft: jsonb('draft').$type<RecordDraft>().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [check('document_projections_never_of_notes', sql`${t.document} like 'claims/%/record'`)],
);
