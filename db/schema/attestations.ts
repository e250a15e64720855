import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { attestationMoments, procedures } from '@/domain/record/attestation-kinds';
import { bytes, id, moment, visibleLength } from './columns';
import { isProof, isWhole, keyProof, proofKind } from './proof-columns';
import { revisions } from './revisions';
import { parties, people, workspaces } from './workspaces';

/** A nonce for one person and one attestation, single use, ten minutes, with the statement that was made and shown with it. Apart from those of sign-offs (SPEC AT2). */
export const attestationNonces = pgTable('attestation_nonces', {
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
  statement: bytes('statement').notNull(),
});

/**
 * What an observing party attests of the procedure, as the bytes that were signed, and how its member proved that it was they. Append-only. It stands in no table that any
 * count of consent reads (SPEC AT3).
 */
export const attestations = pgTable(
  'attestations',
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
    procedure: text('procedure', { enum: procedures }).notNull(),
    moment: text('moment', { enum: attestationMoments }).notNull(),
    words: text('words'),
    /** The clause that was not followed. */
    cites: text('cites'),
    /** Printed in public, frozen at signing. */
    signerName: text('signer_name').notNull(),
    bytes: bytes('bytes').notNull(),
    sha256: text('sha256').notNull(),
    at: moment('at').notNull(),
    /** Order among the attestations of a revision. */
    position: integer('position').notNull(),
    proof: proofKind('proof').notNull(),
    ...keyProof(),
  },
  (t) => [
    unique('attestations_once_per_party').on(t.revisionId, t.partyId, t.moment),
    unique('attestations_position').on(t.revisionId, t.position),
    check('attestations_procedure', sql`${t.procedure} in ('followed', 'not-followed')`),
    check('attestations_moment', sql`${t.moment} in ('before-publication', 'after-publication')`),
    check(
      'attestations_reasons',
      sql`${t.procedure} <> 'not-followed' or (${visibleLength(t.words)} >= 40 and ${t.cites} is not null)`,
    ),
    check('attestations_proof', isProof(t.proof)),
    check('attestations_proof_whole', isWhole(t, t.proof)),
  ],
);
