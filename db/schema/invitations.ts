import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, moment } from './columns';
import { parties, people, workspaces } from './workspaces';

/** An offer of one seat to one e-mail address. Its token is shown once and stored nowhere: the row has the digest. */
export const invitations = pgTable(
  'invitations',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    role: text('role', { enum: ['checker', 'moderator', 'observer'] }).notNull(),
    email: text('email').notNull(),
    locale: text('locale').notNull(),
    tokenSha256: text('token_sha256').notNull(),
    invitedBy: id('invited_by')
      .notNull()
      .references(() => people.id),
    /** The inviter's party; a steward has none, and then the seat must still be free when it is taken. */
    invitedByParty: id('invited_by_party').references(() => parties.id),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    acceptedBy: id('accepted_by').references(() => people.id),
    revokedAt: moment('revoked_at'),
    revokedBy: id('revoked_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('invitations_token').on(t.tokenSha256),
    index('invitations_party').on(t.workspaceId, t.partyId),
    check('invitations_role', sql`${t.role} in ('checker', 'moderator', 'observer')`),
    check('invitations_email_lower', sql`${t.email} = lower(${t.email})`),
    check('invitations_by_own_party', sql`${t.invitedByParty} is null or ${t.invitedByParty} = ${t.partyId}`),
    check('invitations_accepted_by_somebody', sql`(${t.acceptedAt} is null) = (${t.acceptedBy} is null)`),
    check('invitations_revoked_by_somebody', sql`(${t.revokedAt} is null) = (${t.revokedBy} is null)`),
    check('invitations_end_once', sql`${t.acceptedAt} is null or ${t.revokedAt} is null`),
  ],
);
