import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { RecordDraft } from '@/domain/record/draft';
import { claims } from './claims';
import { bytes, id, moment, searchWords } from './columns';
import { parties, people, workspaces } from './workspaces';

/** A live document. Its truth is the rows of `document_updates`; memory is a cache of them. */
export const documents = pgTable(
  'documents',
  {
    /** `claims/<claimId>/record`, `claims/<claimId>/notes/<partyId>` or `charters/<workspaceId>/drafts/<n>`. */
    name: text('name').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    /** Null: it is of no claim, but a draft of the workspace's charter. */
    claimId: id('claim_id').references(() => claims.id),
    kind: text('kind', { enum: ['record', 'notes', 'charter'] }).notNull(),
    /** The one party that reads and writes a private note. */
    partyId: id('party_id').references(() => parties.id),
    headSeq: bigint('head_seq', { mode: 'number' }).notNull(),
    /**
     * Nothing is appended: a record's claim is closed (a trigger keeps it in step, since the append locks this row and no claim's, PROTOCOL P49), or a draft of the charter
     * was proposed or overtaken (P71).
     */
    isClosed: boolean('is_closed').notNull().default(false),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('documents_claim').on(t.claimId),
    check('documents_notes_have_a_party', sql`(${t.kind} = 'notes') = (${t.partyId} is not null)`),
    check('documents_of_a_claim', sql`(${t.kind} = 'charter') = (${t.claimId} is null)`),
    uniqueIndex('documents_one_open_draft').on(t.workspaceId).where(sql`${t.kind} = 'charter' and not ${t.isClosed}`),
  ],
);

/**
 * The log of a document: append-only (a trigger refuses anything else), gapless and in commit order per document. No foreign keys: the append locks the
 * document and finds each author's membership in the same statement, and a key would be looked up again for each letter that anybody types
 * (docs/decisions/0010-no-foreign-keys-on-the-log.md).
 */
export const documentUpdates = pgTable(
  'document_updates',
  {
    document: text('document').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** From the authenticated connection, never from the payload. */
    personId: id('person_id').notNull(),
    partyId: id('party_id').notNull(),
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
    /** The digest of the question in each language, so that a list need not open every draft. */
    questions: jsonb('questions').$type<Record<string, string>>().notNull().default({}),
    /** Titles, questions and wordings for the search. */
    words: searchWords('words').notNull().default(sql`''`),
    at: moment('at').notNull(),
  },
  (t) => [
    index('document_projections_words').using('gin', t.words),
    check('document_projections_never_of_notes', sql`${t.document} like 'claims/%/record'`),
  ],
);

/** A document at one number, made from its log, so that loading need not replay all of it. A cache: it never changes, and an old one may go. */
export const documentCheckpoints = pgTable(
  'document_checkpoints',
  {
    document: text('document')
      .notNull()
      .references(() => documents.name),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** The encoded Yjs document, with its state vector apart, and what is told of its authors. */
    state: bytes('state').notNull(),
    stateVector: bytes('state_vector').notNull(),
    ledger: bytes('ledger').notNull(),
    stateSha256: text('state_sha256').notNull(),
    ledgerSha256: text('ledger_sha256').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.document, t.seq] })],
);

/** Moments of a record, or of a party's notes, that their log alone does not tell. Append-only. All others are found in the log. */
export const documentVersions = pgTable(
  'document_versions',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    document: text('document')
      .notNull()
      .references(() => documents.name),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    kind: text('kind', { enum: ['named', 'restored', 'before-loss'] }).notNull(),
    name: text('name'),
    /** The version whose content a restore brought back; `seq` is the edit that did. */
    restoredSeq: bigint('restored_seq', { mode: 'number' }),
    /** Who named or restored; the server alone sees a loss coming. */
    personId: id('person_id').references(() => people.id),
    partyId: id('party_id').references(() => parties.id),
    at: moment('at').notNull(),
  },
  (t) => [
    index('document_versions_document').on(t.document, t.seq),
    uniqueIndex('document_versions_one_loss').on(t.document, t.seq).where(sql`${t.kind} = 'before-loss'`),
    check('document_versions_kind', sql`${t.kind} in ('named', 'restored', 'before-loss')`),
    check('document_versions_named', sql`(${t.kind} = 'named') = (${t.name} is not null)`),
    check('document_versions_restored', sql`(${t.kind} = 'restored') = (${t.restoredSeq} is not null)`),
    check('document_versions_of_somebody', sql`(${t.kind} = 'before-loss') = (${t.personId} is null)`),
  ],
);

/**
 * Whose text a restore copies, by the Yjs client id that the server writes it under: `[fromClock, toClock, personId, partyId]`. Stored before the
 * edit, so that no restored letter is ever without its author; one whose edit never came names nothing.
 */
export const documentCredits = pgTable(
  'document_credits',
  {
    document: text('document')
      .notNull()
      .references(() => documents.name),
    clientId: bigint('client_id', { mode: 'number' }).notNull(),
    stretches: jsonb('stretches').$type<[from: number, to: number, personId: string, partyId: string][]>().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.document, t.clientId] })],
);
