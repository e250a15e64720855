import { type AnyColumn, and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { partiesOfDesk } from '@/db/queries/parties-of-desk';
import { memberships, parties, people, sessions } from '@/db/schema';
import type { Member, PartyStanding } from '@/domain/policies/actor';
import type { Ticket } from './session';

/** A person's place in one workspace, as far as live editing needs it. */
export type Seated = Pick<Member, 'personId' | 'name' | 'workspaceId' | 'role' | 'party'> & { membershipId: string };

/** What a session that still counts gives: a seat in each workspace, until it expires. */
export type Seating = { seats: Seated[]; expiresAt: Date };

/** The seats of each session that still counts, by `sid`. A session that is revoked, expired or another person's is absent. */
export async function readSeats(db: Db, now: Date, tickets: readonly Ticket[]): Promise<Map<string, Seating>> {
  const live = await liveSessions(db, now, tickets);
  const seats = await seatsOf(db, [...new Set(live.map((ticket) => ticket.personId))]);
  const byPerson = new Map<string, Seated[]>();
  for (const seat of seats) byPerson.set(seat.personId, [...(byPerson.get(seat.personId) ?? []), seat]);
  return new Map(live.map(({ sid, personId, expiresAt }) => [sid, { seats: byPerson.get(personId) ?? [], expiresAt }]));
}

async function liveSessions(db: Db, now: Date, tickets: readonly Ticket[]): Promise<(Ticket & { expiresAt: Date })[]> {
  if (tickets.length === 0) return [];
  const sids = tickets.map((ticket) => ticket.sid);
  const rows = await db
    .select({ sid: sessions.sid, personId: sessions.personId, expiresAt: sessions.expiresAt })
    .from(sessions)
    .where(and(isOneOf(sessions.sid, sids), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)));
  const claimed = new Map(tickets.map((ticket) => [ticket.sid, ticket.personId]));
  return rows.filter((row) => claimed.get(row.sid) === row.personId);
}

async function seatsOf(db: Db, personIds: readonly string[]): Promise<Seated[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .select({ membership: memberships, name: people.name, party: parties })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(parties, eq(parties.id, memberships.partyId))
    .where(and(isOneOf(memberships.personId, personIds), isNull(memberships.endedAt)));
  const standings = await standingsIn([...new Set(rows.map(({ membership }) => membership.workspaceId))], db);
  return rows.map(({ membership, name, party }) => ({
    membershipId: membership.id,
    personId: membership.personId,
    workspaceId: membership.workspaceId,
    role: membership.role,
    name,
    party: party && {
      ...{ id: party.id, name: party.name, letter: party.letter, position: party.position },
      standing: standings.get(party.id) ?? 'outside',
    },
  }));
}

/** Those that the charters' bytes give: a row says what setting up, or an amendment that nobody has ratified, said (SPEC H7). */
async function standingsIn(workspaceIds: readonly string[], db: Db): Promise<Map<string, PartyStanding>> {
  const found = await Promise.all(workspaceIds.map((workspaceId) => partiesOfDesk({ workspaceId }, db)));
  return new Map(found.flat().map(({ id, standing }) => [id, standing]));
}

/** One parameter for all ids: this is asked every second or two of everybody who is connected, and a parameter for each costs more than the query. */
function isOneOf(column: AnyColumn, ids: readonly string[]): SQL {
  return sql`${column} in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`;
}
