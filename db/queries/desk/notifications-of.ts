import { and, count, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/handle';
import { claims, claimTasks, comments, notificationMarks, notifications, people, revisions } from '@/db/schema';
import { dueKey, signKey, type ToldKind } from '@/domain/discussion/notification';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';
import type { ListReader } from './claim-list';
import { readableBy } from './readable-by';
import { todosOfMember } from './todos-of-member';

type OfClaim = { key: string; claimId: string; claimNumber: number; isRead: boolean };
/** What waits for the person now: asked anew each time, so it goes when it is done (SPEC K9). */
export type WaitingNotification = OfClaim &
  ({ kind: 'sign'; revision: number } | { kind: 'task-due'; taskId: string; what: string; dueOn: string; isPrivate: boolean });
/** What somebody did. `words` are those of the comment or the task. */
export type ToldNotification = OfClaim & {
  kind: ToldKind;
  at: Date;
  by: { person: string; partyId: string };
  words: string | null;
  threadId: string | null;
  taskId: string | null;
  isPrivate: boolean;
};

const pageSize = 40;
/** More than this many due tasks are a list of tasks, which the desk shows. */
const mostDue = 20;

/** What waits for a person: revisions that lack their signature, and their tasks that are due. */
export async function waitingNotifications({ reader }: { reader: ListReader }, conn: Db): Promise<WaitingNotification[]> {
  const { member } = reader;
  if (!may(member, 'notification.read')) return [];
  const { toSign, due, keys } = await whatWaits(reader, conn);
  const revisionIds = toSign.map(({ revisionId }) => revisionId);
  const [read, numbers] = await Promise.all([marked(member, keys, conn), numbersOf(member, revisionIds, conn)]);
  return [
    ...toSign.map(({ revisionId, claimId, number }) => {
      const key = signKey(revisionId);
      return {
        kind: 'sign' as const,
        key,
        claimId,
        claimNumber: numbers.get(revisionId) ?? 0,
        revision: number,
        isRead: read.has(key),
      };
    }),
    ...due.map((todo) => {
      const { taskId, claimId, claimNumber, what, dueOn, isPrivate } = todo;
      const key = keyOfTodo(todo);
      return {
        kind: 'task-due' as const,
        key,
        claimId,
        claimNumber,
        taskId,
        what,
        dueOn: dueOn ?? '',
        isPrivate,
        isRead: read.has(key),
      };
    }),
  ];
}

/**
 * What others did that a person is told of, newest first, a page at a time: `nextCursor` continues below the last one. A place in the list is named by the
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
    .innerJoin(claims, eq(claims.id, notifications.claimId))
    .innerJoin(people, eq(people.id, notifications.byPerson))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(claimTasks, eq(claimTasks.id, notifications.taskId))
    .where(and(ownedBy(member), isReadable(member), before === undefined ? undefined : below(before)))
    .orderBy(desc(notifications.seq))
    .limit(pageSize + 1);
  const items = rows.slice(0, pageSize).map(({ told, claimNumber, person, ...about }) => ({
    key: told.id,
    kind: told.kind,
    claimId: told.claimId,
    claimNumber,
    at: told.at,
    isRead: told.readAt !== null,
    by: { person, partyId: told.byParty },
    words: about.body ?? about.what,
    threadId: told.commentId === null ? null : (about.commentThread ?? told.commentId),
    taskId: told.taskId,
    isPrivate: told.kind === 'claim-given' || about.commentParty !== null || about.taskParty !== null,
  }));
  return { items, nextCursor: rows.length > pageSize ? items.at(-1)?.key : undefined };
}

/** How many a person has not read: the number on the bell. */
export async function unreadNotifications({ reader }: { reader: ListReader }, conn: Db): Promise<number> {
  const { member } = reader;
  if (!may(member, 'notification.read')) return 0;
  const [unread, [told]] = await Promise.all([
    whatWaits(reader, conn).then(async ({ keys }) => keys.length - (await marked(member, keys, conn)).size),
    conn
      .select({ n: count() })
      .from(notifications)
      .leftJoin(comments, eq(comments.id, notifications.commentId))
      .leftJoin(claimTasks, eq(claimTasks.id, notifications.taskId))
      .where(and(ownedBy(member), isReadable(member), isNull(notifications.readAt))),
  ]);
  return (told?.n ?? 0) + unread;
}

async function whatWaits({ member, today, inSigning }: ListReader, conn: Db) {
  const toSign = inSigning.filter(({ waitsForPerson }) => waitsForPerson(member));
  const due = await todosOfMember({ member, dueBy: today, limit: mostDue }, conn);
  return { toSign, due, keys: [...toSign.map(({ revisionId }) => signKey(revisionId)), ...due.map(keyOfTodo)] };
}

function ownedBy({ personId, workspaceId }: Member) {
  return and(eq(notifications.personId, personId), eq(notifications.workspaceId, workspaceId));
}

/** What it is about may be read by the person now (SPEC K10), whatever was so when it was stored. */
function isReadable(member: Member) {
  const comment = or(isNull(notifications.commentId), readableBy(member, comments.audienceParty));
  const task = or(isNull(notifications.taskId), readableBy(member, claimTasks.audienceParty));
  return and(comment, task);
}

async function marked({ personId, workspaceId }: Member, keys: string[], conn: Db): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const own = and(eq(notificationMarks.personId, personId), eq(notificationMarks.workspaceId, workspaceId));
  const rows = await conn
    .select({ key: notificationMarks.key })
    .from(notificationMarks)
    .where(and(own, inArray(notificationMarks.key, keys)));
  return new Set(rows.map(({ key }) => key));
}

/** The numbers of the claims that revisions are of. */
async function numbersOf({ workspaceId }: Member, revisionIds: string[], conn: Db): Promise<Map<string, number>> {
  if (revisionIds.length === 0) return new Map();
  const rows = await conn
    .select({ revisionId: revisions.id, number: claims.number })
    .from(revisions)
    .innerJoin(claims, eq(claims.id, revisions.claimId))
    .where(and(eq(revisions.workspaceId, workspaceId), inArray(revisions.id, revisionIds)));
  return new Map(rows.map(({ revisionId, number }) => [revisionId, number]));
}

function keyOfTodo({ taskId, dueOn }: { taskId: string; dueOn: string | null }): string {
  return dueKey(taskId, dueOn ?? '');
}
