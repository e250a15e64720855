import { sql } from 'drizzle-orm';
import { bigint, boolean, check, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { attestationMoments, procedures } from '@/domain/record/attestation-kinds';
import { bytes, id, moment, visibleLength } from './columns';
import { passkeys } from './passkeys';
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
    proof: text('proof', { enum: ['passkey', 'code', 'password'] }).notNull(),
    passkeyId: id('passkey_id').references(() => passkeys.id),
    spki: bytes('spki'),
    algorithm: integer('algorithm'),
    clientDataJson: bytes('client_data_json'),
    authenticatorData: bytes('authenticator_data'),
    signature: bytes('signature'),
    counter: bigint('counter', { mode: 'number' }),
    backupEligible: boolean('backup_eligible'),
    backedUp: boolean('backed_up'),
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
    check('attestations_proof', sql`${t.proof} in ('passkey', 'code', 'password')`),
    check(
      'attestations_proof_whole',
      sql`num_nonnulls(${t.passkeyId}, ${t.spki}, ${t.algorithm}, ${t.clientDataJson}, ${t.authenticatorData}, ${t.signature}, ${t.counter}, ${t.backupEligible}, ${t.backedUp}) = case ${t.proof} when 'passkey' then 9 else 0 end`,
    ),
  ],
);
