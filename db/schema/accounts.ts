import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, moment } from './columns';
import { people } from './workspaces';

/**
 * What was asked for with "Forgotten?". It waits as a sealed address, whoever has it, and is looked at afterwards: then it is a person's link, of whose token the
 * row has the digest, or it is gone.
 */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: id('id').primaryKey(),
    sealedEmail: text('sealed_email'),
    personId: id('person_id').references(() => people.id),
    tokenSha256: text('token_sha256'),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    uniqueIndex('password_resets_token').on(t.tokenSha256),
    index('password_resets_person').on(t.personId),
    check('password_resets_waits_or_is_a_link', sql`(${t.sealedEmail} is null) = (${t.tokenSha256} is not null)`),
    check('password_resets_link_of_somebody', sql`(${t.personId} is null) = (${t.tokenSha256} is null)`),
  ],
);

/** A person's authenticator app. It counts once a first code has shown that it works. */
export const secondFactors = pgTable('second_factors', {
  personId: id('person_id')
    .primaryKey()
    .references(() => people.id),
  /** Base32, sealed with the deployment's secret. */
  sealedSecret: text('sealed_secret').notNull(),
  createdAt: moment('created_at').notNull(),
  confirmedAt: moment('confirmed_at'),
  /** The time step of the last code that was taken: no code of it or of an earlier one counts again (RFC 6238, section 5.2). */
  lastStep: bigint('last_step', { mode: 'number' }),
});

/** Digests of the recovery codes that are left; one that is used is gone. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    codeSha256: text('code_sha256').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.codeSha256] })],
);

/** Who a person is at an identity provider. The issuer is the configured one, never what a provider calls itself. */
export const identities = pgTable(
  'identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('identities_person').on(t.personId)],
);
