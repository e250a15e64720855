import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/handle';
import { claims, events, people } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { partyEvents, personalEvents } from '@/domain/policies/event-visibility';

export type DeskEvent = {
  id: string;
  type: string;
  partyId: string | null;
  claimId: string | null;
  claimNumber: number | null;
  /** Who did it; absent for the desk itself. */
  personName: string | null;
  facts: Record<string, string | number | boolean | null>;
  at: Date;
};

/** What narrows the activity; what is undefined narrows nothing. */
export type EventFilter = {
  personId?: string | undefined;
  partyId?: string | undefined;
  /** A kind of event, or the first part of several: "source" for all that begin with it. */
  kind?: string | undefined;
  claimNumber?: number | undefined;
  /** Moments: from the first on, and before the second. */
  from?: Date | undefined;
  until?: Date | undefined;
};

const pageSize = 40;

/**
 * What happened at the desk as far as the reader may know (SPEC D9), newest first, a page at a time: `nextCursor` continues below the last one. A place is named by
 * the event there and never by its number, whose gaps would tell what others keep to themselves (THREAT_MODEL T31).
 */
export async function eventsOfDesk(
  { member, before, filter = {} }: { member: Member; before: string | undefined; filter?: EventFilter },
  conn: Db,
): Promise<{ items: DeskEvent[]; nextCursor: string | undefined }> {
  const { personId, partyId, kind, claimNumber, from, until } = filter;
  const rows = await eventRows(conn)
    .where(
      and(
        eq(events.workspaceId, member.workspaceId),
        visibleEvents(sql`events`, member.party?.id ?? null),
        before === undefined ? undefined : lt(events.seq, seqOf(before, member, conn)),
        personId === undefined ? undefined : eq(events.personId, personId),
        partyId === undefined ? undefined : eq(events.partyId, partyId),
        kind === undefined ? undefined : sql`split_part(${events.type}, '.', 1) = ${kind}`,
        claimNumber === undefined ? undefined : eq(claims.number, claimNumber),
        from === undefined ? undefined : gte(events.at, from),
        until === undefined ? undefined : lt(events.at, until),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(pageSize + 1);
  const items = rows.slice(0, pageSize);
  return { items, nextCursor: rows.length > pageSize ? items.at(-1)?.id : undefined };
}

/** The number of an event that the reader may know of; of any other there is none, and nothing comes after it. */
function seqOf(id: string, { workspaceId, party }: Member, conn: Db) {
  const place = alias(events, 'place');
  return conn
    .select({ seq: place.seq })
    .from(place)
    .where(and(eq(place.id, id), eq(place.workspaceId, workspaceId), visibleEvents(sql`place`, party?.id ?? null)));
}

/** What happened to one claim as far as the reader may know, newest first. */
export async function eventsOfClaim({ claimId, member }: { claimId: string; member: Member }, conn: Db): Promise<DeskEvent[]> {
  return eventRows(conn)
    .where(
      and(
        eq(events.workspaceId, member.workspaceId),
        eq(events.claimId, claimId),
        visibleEvents(sql`events`, member.party?.id ?? null),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(200);
}

/** Whether a row of events, by its name in the query, may be told to members of a party. */
export function visibleEvents(event: SQL, partyId: string | null): SQL {
  return sql`${event}.type not in (${listOf(personalEvents)})
    and (${event}.type not in (${listOf(partyEvents)}) or ${event}.party_id = ${partyId}::uuid)`;
}

function listOf(types: readonly string[]): SQL {
  return sql.raw(types.map((type) => `'${type}'`).join(', '));
}

/** Events as a desk shows them; whoever asks says which, and whether the reader may know of them. */
export function eventRows(conn: Db) {
  return conn
    .select({
      id: events.id,
      type: events.type,
      partyId: events.partyId,
      claimId: events.claimId,
      claimNumber: claims.number,
      personName: people.name,
      facts: events.facts,
      at: events.at,
    })
    .from(events)
    .leftJoin(claims, eq(claims.id, events.claimId))
    .leftJoin(people, eq(people.id, events.personId))
    .$dynamic();
}
