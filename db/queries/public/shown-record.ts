import type { revisions } from '@/db/schema';
import { isRated, type Outcome } from '@/domain/claim/outcomes';
import type { FrozenRecord, ShownRecord } from '@/domain/record/frozen-record';

/** What a published revision counts as. Without one it would not be published, and no outcome is ever read into a gap. */
export function outcomeOfPublished({ id, outcome }: Pick<typeof revisions.$inferSelect, 'id' | 'outcome'>): Outcome {
  if (outcome === null) throw new Error(`Revision ${id} is published as nothing.`);
  return outcome;
}

/** A published record without what nobody adopted: the rating of a split or of no joint finding (SPEC O2). */
export function shownRecord(record: FrozenRecord, outcome: Outcome): ShownRecord {
  if (isRated(outcome)) return record;
  const { rating: _, ...fields } = record.fields;
  return { ...record, fields };
}
