import { eq, inArray } from 'drizzle-orm';
import { revisions } from '@/db/schema';
import { FrozenRecord } from '@/domain/record/frozen-record';

/**
 * The one condition under which the public may read a revision. Every public query of revisions carries it, so that an unpublished one answers like
 * one that does not exist.
 */
export const isPublished = inArray(revisions.state, ['published', 'superseded', 'retracted']);

/** The same of what counts now: a retracted verdict stands in no list, and its address answers with a tombstone (SPEC RT5, RT6). */
export const countsNow = eq(revisions.state, 'published');

/** What stored bytes say. They were made by `freezeRecord`, so anything else is a fault of the database and throws. */
export function recordOf(bytes: Uint8Array): FrozenRecord {
  return FrozenRecord.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
}
