import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import type { Tx } from '@/db/handle';
import { claimTasks, notificationMarks, notifications, revisions } from '@/db/schema';
import { Key, type NotificationKey, readKey } from '@/domain/discussion/notification';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';

export const ReadNotificationsInput = z.strictObject({
  keys: z.array(Key).max(100),
  /** A stored one, and everything up to it: what the page showed, and nothing that came after it. */
  upTo: id.optional(),
});

export type ReadNotificationsRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-found'>;

/** Marks notifications of the person as read (SPEC K10). One of somebody else is not found, and then none is marked. */
export async function readNotifications(
  context: Context,
  input: unknown,
): Promise<Result<{ read: number }, ReadNotificationsRefusal>> {
  const parsed = parseInput(ReadNotificationsInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'notification.read');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { upTo } = parsed.value;
  const keys = [...new Set(parsed.value.keys)];

  return withTransaction(context, async (tx) => {
    const { personId, workspaceId } = member;
    for (const key of keys) if (!(await isTheirs(tx, member, readKey(key)))) return refuse({ code: 'not-found' });
    const newest = upTo === undefined ? undefined : await numberOf(tx, member, upTo);
    if (upTo !== undefined && newest === undefined) return refuse({ code: 'not-found' });
    const stored = keys.filter((key) => readKey(key)?.kind === 'stored');
    const own = and(
      eq(notifications.personId, personId),
      eq(notifications.workspaceId, workspaceId),
      isNull(notifications.readAt),
    );
    const read = (which: ReturnType<typeof and>) =>
      tx.update(notifications).set({ readAt: context.now }).where(and(own, which)).returning({ id: notifications.id });
    const named = stored.length === 0 ? [] : await read(inArray(notifications.id, stored));
    const older = newest === undefined ? [] : await read(lte(notifications.seq, newest));
    const derived = keys.filter((key) => !stored.includes(key));
    const marked =
      derived.length === 0
        ? []
        : await tx
            .insert(notificationMarks)
            .values(derived.map((key) => ({ personId, workspaceId, key, at: context.now })))
            .onConflictDoNothing()
            .returning({ key: notificationMarks.key });
    return ok({ read: named.length + older.length + marked.length });
  });
}

/** Whether a key names something that this person is or may be told of, so that nobody fills the table with keys of nothing. */
async function isTheirs(tx: Tx, member: PartyMember, key: NotificationKey | undefined): Promise<boolean> {
  const { personId, workspaceId } = member;
  switch (key?.kind) {
    case undefined:
      return false;
    case 'stored':
      return (await numberOf(tx, member, key.id)) !== undefined;
    case 'sign': {
      const own = and(eq(revisions.workspaceId, workspaceId), eq(revisions.id, key.revisionId));
      return (await tx.select({ id: revisions.id }).from(revisions).where(own)).length > 0;
    }
    case 'task-due': {
      const own = and(eq(claimTasks.workspaceId, workspaceId), eq(claimTasks.assigneeId, personId));
      const due = and(eq(claimTasks.id, key.taskId), eq(claimTasks.dueOn, key.dueOn));
      return (await tx.select({ id: claimTasks.id }).from(claimTasks).where(and(own, due))).length > 0;
    }
  }
}

/** The place in the order of a stored notification of this person. */
async function numberOf(tx: Tx, { personId, workspaceId }: PartyMember, notificationId: string): Promise<number | undefined> {
  const own = and(eq(notifications.personId, personId), eq(notifications.workspaceId, workspaceId));
  const [row] = await tx
    .select({ seq: notifications.seq })
    .from(notifications)
    .where(and(own, eq(notifications.id, notificationId)));
  return row?.seq;
}
