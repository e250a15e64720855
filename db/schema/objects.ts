import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, moment } from './columns';
import { parties, people, workspaces } from './workspaces';

/** Two ids that nothing is named by. */
const nowhere = Array(2).fill('00000000-0000-0000-0000-000000000000').join('/');

/** A file that a source rests on, named by the SHA-256 of its bytes within a workspace. Write-once (a trigger refuses changes). */
export const objects = pgTable(
  'objects',
  {
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    sha256: text('sha256').notNull(),
    /** Where the object store has the bytes. The rows that an earlier version made had them in themselves; they lead nowhere. */
    key: text('key').notNull().default(nowhere),
    /** What the bytes are, told by the bytes (SPEC F2). */
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    storedAt: moment('stored_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.sha256] }),
    check('objects_named_by_digest', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('objects_not_empty', sql`${t.sizeBytes} > 0`),
  ],
);

/**
 * A file on its way to a source: `arriving` while its bytes come, `ready` to be attached, `ending` while its bytes are taken away. The row is there before
 * the first byte and until after the last, so nothing in the object store is without one (SPEC F4).
 */
export const uploads = pgTable(
  'uploads',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    state: text('state', { enum: ['arriving', 'ready', 'ending'] }).notNull(),
    key: text('key').notNull(),
    sha256: text('sha256'),
    mediaType: text('media_type'),
    sizeBytes: integer('size_bytes'),
    /** Its day begins here, and anew when the same bytes come again. */
    since: moment('since').notNull(),
  },
  (t) => [
    index('uploads_since').on(t.since),
    index('uploads_digest').on(t.workspaceId, t.sha256),
    index('uploads_party').on(t.partyId),
    check('uploads_state', sql`${t.state} in ('arriving', 'ready', 'ending')`),
    check(
      'uploads_ready_is_known',
      sql`${t.state} <> 'ready' or (${t.sha256} is not null and ${t.mediaType} is not null and ${t.sizeBytes} is not null)`,
    ),
  ],
);
