import { check, pgTable } from 'drizzle-orm/pg-core';
import { id, moment } from './columns';
import { isProof, isWhole, keyProof, proofKind } from './proof-columns';
import { signOffs } from './revisions';
import { workspaces } from './workspaces';

/**
 * How the signer of a sign-off proved that it was they. Of a key, everything that a reader needs to check it without this database. Append-only. Sign-offs that are older
 * than this table have none.
 */
export const signOffProofs = pgTable(
  'sign_off_proofs',
  {
    signOffId: id('sign_off_id')
      .primaryKey()
      .references(() => signOffs.id),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    kind: proofKind('kind').notNull(),
    ...keyProof(),
    at: moment('at').notNull(),
  },
  (t) => [check('sign_off_proofs_kind', isProof(t.kind)), check('sign_off_proofs_whole', isWhole(t, t.kind))],
);
