import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { arrayOf, isOneOf } from '@/db/one-of';
import { events } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { type DeskEvent, eventRows, visibleEvents } from './events-of-desk';

/** What others did about a claim, newest first, since the reader did something there; since the freeze when they did nothing yet. */
export type NewsOfClaim = { since: Date | null; events: DeskEvent[] };

/** More is read in the claim's history. */
const most = 200;

/** What is new about each of these claims for a reader, from the events that they may know of (SPEC D11). */
export async function newsOfClaims(
  { member, about }: { member: Member; about: readonly { claimId: string; revisionId: string }[] },
  conn: Db,
): Promise<Map<string, NewsOfClaim>> {
  if (about.length === 0) return new Map();
  const claimIds = about.map(({ claimId }) => claimId);
  const own = await lastOwn(member, claimIds, conn);
  const frozen = await freezesOf(
    about.map(({ revisionId }) => revisionId),
    conn,
  );
  const begins = [...own, ...frozen.filter(({ claimId }) => own.every((one) => one.claimId !== claimId))];
  const seqs = sql`${`{${begins.map(({ seq }) => seq).join(',')}}`}::bigint[]`;
  const found = await eventRows(conn)
    .where(
      and(
        eq(events.workspaceId, member.workspaceId),
        visibleEvents(sql`events`, member.party?.id ?? null),
        // That it was proposed is what the list itself says.
        sql`${events.personId} is distinct from ${member.personId}::uuid and ${ne(events.type, 'revision.proposed')}`,
        sql`exists (select from unnest(${arrayOf(begins.map(({ claimId }) => claimId))}, ${seqs}) b(claim_id, seq)
          where b.claim_id = ${events.claimId} and ${events.seq} > b.seq)`,
      ),
    )
    .orderBy(desc(events.seq))
    .limit(most);
  return new Map(
    claimIds.map((claimId) => {
      const since = own.find((one) => one.claimId === claimId)?.at ?? null;
      return [claimId, { since, events: found.filter((event) => event.claimId === claimId) }];
    }),
  );
}

/** The last thing that the reader did about each claim. */
function lastOwn({ personId }: Member, claimIds: string[], conn: Db) {
  return conn
    .selectDistinctOn([events.claimId], { claimId: begun, seq: events.seq, at: events.at })
    .from(events)
    .where(and(isOneOf(events.claimId, claimIds), eq(events.personId, personId)))
    .orderBy(events.claimId, desc(events.seq));
}

function freezesOf(revisionIds: string[], conn: Db) {
  return conn
    .select({ claimId: begun, seq: events.seq })
    .from(events)
    .where(and(isOneOf(events.subjectId, revisionIds), eq(events.type, 'revision.proposed')));
}

/** Whoever asked for events of claims gets none without one. */
const begun = sql<string>`${events.claimId}`;
