import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, date, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { claims } from './claims';
import { id, moment } from './columns';
import { parties, people, workspaces } from './workspaces';

/** Who publishes a source, who owns that body, and whether it stands with a party. The root owner is the independence group (C08). */
export const publishers = pgTable(
  'publishers',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    name: text('name').notNull(),
    /** The name as it is compared (SPEC S10): one body has one. */
    fold: text('fold').notNull(),
    ownerId: id('owner_id').references((): AnyPgColumn => publishers.id),
    /** ISO 3166-1 alpha-2, or null for a body of no country. */
    country: text('country'),
    alignment: text('alignment', { enum: ['party', 'none', 'unknown'] }).notNull(),
    alignedPartyId: id('aligned_party_id').references(() => parties.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('publishers_fold').on(t.workspaceId, t.fold),
    check('publishers_alignment', sql`(${t.alignment} = 'party') = (${t.alignedPartyId} is not null)`),
    check('publishers_not_own_owner', sql`${t.ownerId} is null or ${t.ownerId} <> ${t.id}`),
  ],
);

/** An evidence item of a claim. The attaching party proposes its grading; a member of another party accepts or disputes it. */
export const sources = pgTable(
  'sources',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    /** E1, E2 …: an address people cite, so it is never given twice. */
    number: integer('number').notNull(),
    kind: text('kind', { enum: ['url', 'file', 'reference'] }).notNull(),
    url: text('url'),
    /** SHA-256 of a file source's stored bytes. */
    fileSha256: text('file_sha256'),
    title: text('title').notNull(),
    publisherId: id('publisher_id')
      .notNull()
      .references(() => publishers.id),
    language: text('language').notNull(),
    publishedOn: date('published_on', { mode: 'string' }),
    stance: text('stance', { enum: ['supports', 'undermines', 'context'] }).notNull(),
    primacy: text('primacy', { enum: ['primary', 'secondary'] }).notNull(),
    interest: text('interest', { enum: ['none', 'declared', 'unknown'] }).notNull(),
    interestNote: text('interest_note'),
    /** What it says about the claim, in the desk's words. */
    says: text('says').notNull(),
    /** The passage itself, word for word. */
    quotation: text('quotation'),
    locator: text('locator'),
    attachedBy: id('attached_by')
      .notNull()
      .references(() => people.id),
    attachedByParty: id('attached_by_party')
      .notNull()
      .references(() => parties.id),
    attachedAt: moment('attached_at').notNull(),
    /** Rises with each change of the grading; an acceptance names the number it read. */
    grading: integer('grading').notNull(),
    state: text('state', { enum: ['proposed', 'accepted', 'disputed', 'withdrawn'] }).notNull(),
    decidedBy: id('decided_by').references(() => people.id),
    decidedByParty: id('decided_by_party').references(() => parties.id),
    decidedAt: moment('decided_at'),
    disputeReason: text('dispute_reason'),
  },
  (t) => [
    unique('sources_number').on(t.claimId, t.number),
    index('sources_workspace').on(t.workspaceId),
    index('sources_proposed').on(t.workspaceId, t.claimId, t.attachedByParty).where(sql`${t.state} = 'proposed'`),
    check(
      'sources_kind_has_its_place',
      sql`(${t.kind} = 'url') = (${t.url} is not null) and (${t.kind} = 'file') = (${t.fileSha256} is not null)`,
    ),
    check(
      'sources_decided_by_another_party',
      sql`${t.state} not in ('accepted', 'disputed') or (${t.decidedByParty} is not null and ${t.decidedByParty} <> ${t.attachedByParty})`,
    ),
    check('sources_dispute_has_reason', sql`${t.state} <> 'disputed' or ${t.disputeReason} is not null`),
    check('sources_declared_interest_is_named', sql`${t.interest} <> 'declared' or ${t.interestNote} is not null`),
  ],
);
