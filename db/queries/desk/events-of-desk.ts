import { and, desc, eq, lt, notInArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, events } from '@/db/schema';

export type DeskEvent = {
  seq: number;
  type: string;
  partyId: string | null;
  claimId: string | null;
  claimNumber: number | null;
  facts: Record<string, string | number | boolean | null>;
  at: Date;
};

const pageSize = 40;
/** A person's own doings with their account are nobody else's business, and neither is a signature or a list that was only begun. */
const personal = ['account.changed', 'session.confirmed', 'sign-off.begun', 'import.read', 'import.discarded'];

/** What happened at the desk, newest first, a page at a time: `nextCursor` continues below the last one. */
export async function eventsOfDesk(
  { workspaceId, before }: { workspaceId: string; before: number | undefined },
  conn: Db,
): Promise<{ items: DeskEvent[]; nextCursor: number | undefined }> {
  const rows = await selection(conn)
    .where(
      and(
        eq(events.workspaceId, workspaceId),
        notInArray(events.type, personal),
        before === undefined ? undefined : lt(events.seq, before),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(pageSize + 1);
  const items = rows.slice(0, pageSize);
  return { items, nextCursor: rows.length > pageSize ? items.at(-1)?.seq : undefined };
}

/** What happened to one claim, newest first. */
export async function eventsOfClaim(
  { claimId, workspaceId }: { claimId: string; workspaceId: string },
  conn: Db,
): Promise<DeskEvent[]> {
  return selection(conn)
    .where(and(eq(events.workspaceId, workspaceId), eq(events.claimId, claimId), notInArray(events.type, personal)))
    .orderBy(desc(events.seq))
    .limit(200);
}

function selection(conn: Db) {
  return conn
    .select({
      seq: events.seq,
      type: events.type,
      partyId: events.partyId,
      claimId: events.claimId,
      claimNumber: claims.number,
      facts: events.facts,
      at: events.at,
    })
    .from(events)
    .leftJoin(claims, eq(claims.id, events.claimId))
    .$dynamic();
}
