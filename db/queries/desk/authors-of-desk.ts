import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { parties, people } from '@/db/schema';

export type DeskAuthor = { id: string; name: string; party: { name: string; letter: string; position: number } | null };

/** People as the desk shows them, each with the party that they wrote for; also those who have left. In the order asked for, and never with an e-mail. */
export async function authorsOfDesk(
  { authors }: { authors: readonly { personId: string; partyId: string | null }[] },
  conn: Db,
): Promise<DeskAuthor[]> {
  if (authors.length === 0) return [];
  const names = await conn
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(authors.map(({ personId }) => personId))]));
  const partyIds = [...new Set(authors.flatMap(({ partyId }) => (partyId === null ? [] : [partyId])))];
  const sides =
    partyIds.length === 0
      ? []
      : await conn
          .select({ id: parties.id, name: parties.name, letter: parties.letter, position: parties.position })
          .from(parties)
          .where(inArray(parties.id, partyIds));
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const partyOf = new Map(sides.map(({ id, ...party }) => [id, party]));
  return authors.map(({ personId, partyId }) => ({
    id: personId,
    name: nameOf.get(personId) ?? '',
    party: (partyId !== null && partyOf.get(partyId)) || null,
  }));
}
