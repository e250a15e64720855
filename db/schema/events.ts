import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, moment } from './columns';
import { workspaces } from './workspaces';

/** What happened, in order, recorded in the transaction that made it happen. Append-only by trigger. Facts hold no draft text and no e-mail. */
export const events = pgTable(
  'events',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: id('id').notNull().unique(),
    workspaceId: id('workspace_id').references(() => workspaces.id),
    type: text('type').notNull(),
    personId: id('person_id'),
    partyId: id('party_id'),
    claimId: id('claim_id'),
    /** The thing it is about: a source, a revision, a sign-off. */
    subjectId: id('subject_id'),
    facts: jsonb('facts').$type<Record<string, string | number | boolean | null>>().notNull(),
    requestId: text('request_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('events_workspace').on(t.workspaceId, t.seq),
    // Who may see an event stands in it too, so that the last one of each of five thousand claims is found without opening any.
    index('events_claim').on(t.claimId, t.seq, t.type, t.partyId),
  ],
);
