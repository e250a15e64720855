import { and, count, desc, eq, isNull, lt, notInArray, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/handle';
import { claims, claimTasks, comments, notifications, people } from '@/db/schema';
import { mailedOnly, type ToldFacts, type ToldKind } from '@/domain/discussion/told-kinds';
import type { Member } from '@/domain/policies/actor';
import { readableBy } from './readable-by';

/** What happened. `words` are those of the comment or the task; `by` is null for what a reader, a clock or all parties together did. */
export type ToldNotification = {
  key: string;
  kind: ToldKind;
  claimId: string | null;
  claimNumber: number | null;
  facts: ToldFacts;
  at: Date;
  isRead: boolean;
  by: { person: string; partyId: string } | null;
  words: string | null;
  threadId: string | null;
  taskId: string | null;
  isPrivate: boolean;
};

const pageSize = 40;

/**
 * What happened that a person is told of, newest first, a page at a time: `nextCursor` continues below the last one. A place in the list is named by the
 * notification there and never by its number, whose gaps would tell what others were told (THREAT_MODEL T30).
 */
export async function toldNotifications(
  { member, before }: { member: Member; before: string | undefined },
  conn: Db,
): Promise<{ items: ToldNotification[]; nextCursor: string | undefined }> {
  const place = alias(notifications, 'place');
  const below = (key: string) =>
    lt(
      notifications.seq,
      conn
        .select({ seq: place.seq })
        .from(place)
        .where(and(eq(place.id, key), eq(place.personId, member.personId))),
    );
  const rows = await conn
    .select({
      told: notifications,
      claimNumber: claims.number,
      person: people.name,
      body: comments.body,
      commentThread: comments.threadId,
      commentParty: comments.audienceParty,
      what: claimTasks.what,
      taskParty: claimTasks.audienceParty,
    })
    .from(notifications)
    .leftJoin(claims, eq(claims.id, notifications.claimId))
    .leftJoin(people, eq(people.id, notifications.byPerson))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(claimTasks, eq(claimTasks.id, notifications.taskId))
    .where(and(ownedBy(member), isShown, isReadable(member), before === undefined ? undefined : below(before)))
    .orderBy(desc(notifications.seq))
    .limit(pageSize + 1);
  const items = rows.slice(0, pageSize).map(({ told, claimNumber, person, ...about }) => ({
    key: told.id,
    kind: told.kind,
    claimId: told.claimId,
    claimNumber,
    facts: told.facts,
    at: told.at,
    isRead: told.readAt !== null,
    by: person === null || told.byParty === null ? null : { person, partyId: told.byParty },
    words: about.body ?? about.what,
    threadId: told.commentId === null ? null : (about.commentThread ?? told.commentId),
    taskId: told.taskId,
    isPrivate: told.kind === 'claim-given' || about.commentParty !== null || about.taskParty !== null,
  }));
  return { items, nextCursor: rows.length > pageSize ? items.at(-1)?.key : undefined };
}

/** How many of them the person has not read. */
export async function countUnreadTold({ member }: { member: Member }, conn: Db): Promise<number> {
  const [told] = await conn
    .select({ n: count() })
    .from(notifications)
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(claimTasks, eq(claimTasks.id, notifications.taskId))
    .where(and(ownedBy(member), isShown, isReadable(member), isNull(notifications.readAt)));
  return told?.n ?? 0;
}

const isShown = notInArray(notifications.kind, [...mailedOnly]);

function ownedBy({ personId, workspaceId }: Member) {
  return and(eq(notifications.personId, personId), eq(notifications.workspaceId, workspaceId));
}

/** What it is about may be read by the person now (SPEC K10), whatever was so when it was stored. The caller joins comments and tasks. */
export function isReadable(member: Member) {
  const comment = or(isNull(notifications.commentId), readableBy(member, comments.audienceParty));
  const task = or(isNull(notifications.taskId), readableBy(member, claimTasks.audienceParty));
  return and(comment, task);
}
