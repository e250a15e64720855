import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { isReadable } from '@/db/queries/desk/told-notifications';
import { mailWaysOf } from '@/db/queries/mail-ways-of';
import { claims, claimTasks, comments, notificationMarks, notifications, parties, revisions } from '@/db/schema';
import { signKey } from '@/domain/discussion/notification';
import { type MailWay, mailedOnly, type ToldFacts, type ToldKind, toldKinds } from '@/domain/discussion/told-kinds';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';

/** A notification that no mail was made of yet: numbers, a party's name and a time, and nothing that somebody wrote. */
export type News = {
  id: string;
  kind: ToldKind;
  way: MailWay;
  claimId: string | null;
  claimNumber: number | null;
  threadId: string | null;
  taskId: string | null;
  facts: ToldFacts;
  party: string | null;
  at: Date;
  /** They may still be told of it, have not read it in the page, and it is so still. */
  isDue: boolean;
};

/** What a member has been told and no mail settles, oldest first, with how they want it now, looked at as they are now (SPEC N2). */
export async function newsToMail({ member }: { member: Member }, conn: Db | Tx): Promise<News[]> {
  const { personId, workspaceId } = member;
  const own = and(eq(notifications.personId, personId), eq(notifications.workspaceId, workspaceId));
  const unsettled = and(own, isNull(notifications.mailSettledAt));
  const rows = await conn
    .select({
      told: notifications,
      claimNumber: claims.number,
      party: parties.name,
      commentThread: comments.threadId,
      revisionState: revisions.state,
    })
    .from(notifications)
    .leftJoin(claims, eq(claims.id, notifications.claimId))
    .leftJoin(parties, eq(parties.id, notifications.byParty))
    .leftJoin(revisions, eq(revisions.id, notifications.revisionId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(claimTasks, eq(claimTasks.id, notifications.taskId))
    // Of another's audience nothing is even looked at; whoever leaves a desk leaves no such rows (SPEC K11).
    .where(and(unsettled, isReadable(member)))
    .orderBy(asc(notifications.seq));
  const [ways, marks] = [await mailWaysOf(member, conn), await marksOf(member, conn)];
  return rows.map(({ told, claimNumber, party, commentThread, revisionState }) => ({
    ...{ id: told.id, kind: told.kind, claimId: told.claimId, taskId: told.taskId, facts: told.facts, at: told.at },
    ...{ claimNumber, party, threadId: told.commentId === null ? null : (commentThread ?? told.commentId) },
    way: ways[toldKinds[told.kind].group],
    isDue:
      may(member, toldKinds[told.kind].needs) &&
      told.readAt === null &&
      // What is read in the page is that a revision waits. Who has read that is still told what became of it, and reminded of its deadline.
      (told.kind !== 'revision-proposed' || !marks.has(signKey(told.revisionId ?? ''))) &&
      // A signature is asked for no longer than it is waited for.
      (!mailedOnly.includes(told.kind) || revisionState === 'signing'),
  }));
}

/** What they marked as read of what is never stored: that a revision waits for their signature. */
async function marksOf({ personId, workspaceId }: Member, conn: Db | Tx): Promise<Set<string>> {
  const own = and(eq(notificationMarks.personId, personId), eq(notificationMarks.workspaceId, workspaceId));
  const rows = await conn.select({ key: notificationMarks.key }).from(notificationMarks).where(own);
  return new Set(rows.map(({ key }) => key));
}
