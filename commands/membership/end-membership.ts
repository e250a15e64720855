import { and, eq, isNull } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { callOffMails } from '@/commands/queue-mail';
import type { Tx } from '@/db/handle';
import {
  claimAssignments,
  claimTasks,
  mailChoices,
  memberships,
  notificationMarks,
  notifications,
  savedViews,
} from '@/db/schema';
import { endSessionsOf } from './end-sessions-of';
import type { Seat } from './load-membership';
import { revokeOffersOf } from './revoke-offers-of';

/**
 * A seat is empty from now on, and the sessions of whoever had it are over: a later seat begins with a new sign-in (SPEC M7). What they offered to others ends
 * too (SPEC M14), and so does what their party would look for with them: claims in hand and saved views (SPEC M15), what they were told and what they were asked
 * to do (SPEC K11), and the mails about it that wait (SPEC N2). Nothing they signed is touched.
 */
export async function endMembership(tx: Tx, context: Context, seat: Seat, by: PartyMember): Promise<void> {
  const { now } = context;
  const { id, personId } = seat;
  await tx.update(memberships).set({ endedAt: now }).where(eq(memberships.id, id));
  await endSessionsOf(tx, context, { personId });
  await revokeOffersOf(tx, context, seat, by);
  await callOffMails(tx, context, id);
  const { workspaceId } = by;
  await tx
    .delete(claimAssignments)
    .where(and(eq(claimAssignments.workspaceId, workspaceId), eq(claimAssignments.personId, personId)));
  await tx.delete(savedViews).where(and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.personId, personId)));
  for (const table of [notifications, notificationMarks, mailChoices])
    await tx.delete(table).where(and(eq(table.workspaceId, workspaceId), eq(table.personId, personId)));
  await tx
    .update(claimTasks)
    .set({ assigneeId: null, assigneeParty: null })
    .where(and(eq(claimTasks.workspaceId, workspaceId), eq(claimTasks.assigneeId, personId), isNull(claimTasks.doneAt)));
}
