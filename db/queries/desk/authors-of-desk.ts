import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { parties, people } from '@/db/schema';

export type DeskAuthor = { id: string; name: string; party: { name: string; letter: string; position: number } | null };

type Written = { personId: string; partyId: string | null };

/**
 * People as the desk shows them, each with the party that they wrote for; also those who have left. In the order asked for, and never with an e-mail.
 */
export async function authorsOfDesk({ authors }: { authors: readonly Written[] }, conn: Db): Promise<DeskAuthor[]> {
  const nameOf = await authorNames({ authors }, conn);
  return authors.map(nameOf);
}

/** The same as a look-up, for an answer that names them in many places. */
export async function authorNames(
  { authors }: { authors: readonly Written[] },
  conn: Db,
): Promise<(author: Written) => DeskAuthor> {
  const personIds = [...new Set(authors.map(({ personId }) => personId))];
  const partyIds = [...new Set(authors.flatMap(({ partyId }) => (partyId === null ? [] : [partyId])))];
  const names =
    personIds.length === 0
      ? []
      : await conn.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, personIds));
  const sides =
    partyIds.length === 0
      ? []
      : await conn
          .select({ id: parties.id, name: parties.name, letter: parties.letter, position: parties.position })
          .from(parties)
          .where(inArray(parties.id, partyIds));
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const partyOf = new Map(sides.map(({ id, ...party }) => [id, party]));
  return ({ personId, partyId }) => ({
    id: personId,
    name: nameOf.get(personId) ?? '',
    party: (partyId !== null && partyOf.get(partyId)) || null,
  });
}
