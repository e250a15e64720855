import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { notificationMarks } from '@/db/schema';
import { dueKey, signKey } from '@/domain/discussion/notification';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';
import type { ListReader } from './claim-list';
import { numbersOfClaims } from './numbers-of-claims';
import { todosOfMember } from './todos-of-member';

/** What waits for the person now: asked anew each time, so it goes when it is done (SPEC K9). */
export type WaitingNotification = { key: string; claimId: string; claimNumber: number; isRead: boolean } & (
  | { kind: 'sign'; revision: number }
  | { kind: 'task-due'; taskId: string; what: string; dueOn: string; isPrivate: boolean }
);

/** More than this many due tasks are a list of tasks, which the desk shows. */
const mostDue = 20;

/** What waits for a person: revisions that lack their signature, and their tasks that are due. */
export async function waitingNotifications({ reader }: { reader: ListReader }, conn: Db): Promise<WaitingNotification[]> {
  const { member } = reader;
  if (!may(member, 'notification.read')) return [];
  const { toSign, due, keys } = await whatWaits(reader, conn);
  const [read, numbers] = await Promise.all([
    marked(member, keys, conn),
    numbersOfClaims({ actor: member, claimIds: toSign.map(({ claimId }) => claimId) }, conn),
  ]);
  return [
    ...toSign.map(({ revisionId, claimId, number }) => {
      const key = signKey(revisionId);
      return {
        kind: 'sign' as const,
        key,
        claimId,
        claimNumber: numbers.get(claimId) ?? 0,
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

/** How many of them the person has not marked as read. */
export async function countUnreadWaiting({ reader }: { reader: ListReader }, conn: Db): Promise<number> {
  const { keys } = await whatWaits(reader, conn);
  return keys.length - (await marked(reader.member, keys, conn)).size;
}

async function whatWaits({ member, today, inSigning }: ListReader, conn: Db) {
  const toSign = inSigning.filter(({ waitsForPerson }) => waitsForPerson(member));
  const due = await todosOfMember({ member, dueBy: today, limit: mostDue }, conn);
  return { toSign, due, keys: [...toSign.map(({ revisionId }) => signKey(revisionId)), ...due.map(keyOfTodo)] };
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

function keyOfTodo({ taskId, dueOn }: { taskId: string; dueOn: string | null }): string {
  return dueKey(taskId, dueOn ?? '');
}
