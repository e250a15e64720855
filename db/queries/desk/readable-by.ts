import { eq, isNull, or, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Member } from '@/domain/policies/actor';

/** Whether a row of comments or tasks is for a member to read: for all parties, or for theirs (THREAT_MODEL T30). Every question about them asks this. */
export function readableBy({ party }: Member, audienceParty: AnyPgColumn): SQL | undefined {
  // Whoever has no party reads nothing: no row has this id.
  if (party === null) return eq(audienceParty, '00000000-0000-0000-0000-000000000000');
  return or(isNull(audienceParty), eq(audienceParty, party.id));
}
