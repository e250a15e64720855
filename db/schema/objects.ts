import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, id, moment } from './columns';
import { workspaces } from './workspaces';

/** Stored bytes, named by their SHA-256 within a workspace. Write-once (a trigger refuses changes). */
export const objects = pgTable(
  'objects',
  {
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    sha256: text('sha256').notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    bytes: bytes('bytes').notNull(),
    storedAt: moment('stored_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.sha256] })],
);
