import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { memberships, people } from '@/db/schema';
import { isReadBy } from '@/domain/discussion/audience';

export type Reader = { personId: string; name: string; partyId: string };

/** Of these people, those who sit at the desk now and read what has this audience (SPEC K5, K7). A steward has no party and reads nothing. */
export async function readersAmong(
  tx: Tx,
  { workspaceId, audienceParty }: { workspaceId: string; audienceParty: string | null },
  personIds: readonly string[],
): Promise<Reader[]> {
  if (personIds.length === 0) return [];
  const seats = await tx
    .select({ personId: people.id, name: people.name, partyId: memberships.partyId })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(eq(memberships.workspaceId, workspaceId), isNull(memberships.endedAt), inArray(memberships.personId, [...personIds])),
    );
  return seats.flatMap(({ partyId, ...person }) =>
    partyId !== null && isReadBy(audienceParty, partyId) ? [{ ...person, partyId }] : [],
  );
}
