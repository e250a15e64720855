import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { bytes, id, moment } from './columns';
import { people } from './workspaces';

/** A person's key for sign-offs, and for nothing else. One that was removed stays as a row, so that what it signed keeps its name and nobody enrols it again. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id('id').primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    /** Base64url, as browsers name it. */
    credentialId: text('credential_id').notNull(),
    /** As the authenticator attested it, and the same as SubjectPublicKeyInfo. */
    cose: bytes('cose').notNull(),
    spki: bytes('spki').notNull(),
    /** COSE's number. */
    algorithm: integer('algorithm').notNull(),
    /** Of signatures, 0 for ever where a key lives on several devices. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    backupEligible: boolean('backup_eligible').notNull(),
    backedUp: boolean('backed_up').notNull(),
    createdAt: moment('created_at').notNull(),
    lastUsedAt: moment('last_used_at'),
    removedAt: moment('removed_at'),
  },
  (t) => [
    unique('passkeys_credential').on(t.credentialId),
    index('passkeys_person').on(t.personId),
    check('passkeys_algorithm', sql`${t.algorithm} in (-8, -7, -257)`),
  ],
);

/** What a new key signs to be taken: single use, for one person, ten minutes. */
export const passkeyChallenges = pgTable('passkey_challenges', {
  challenge: text('challenge').primaryKey(),
  personId: id('person_id')
    .notNull()
    .references(() => people.id),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
});
