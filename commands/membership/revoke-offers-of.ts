import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { callOffMails } from '@/commands/queue-mail';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { invitations } from '@/db/schema';
import type { Seat } from './load-membership';

/**
 * Takes back what a moderator who is one no more has offered and nobody has taken, so that none of it is a way back in (SPEC M14). Whoever calls it holds the
 * workspace's lock, and records the change of the seat itself.
 */
export async function revokeOffersOf(tx: Tx, context: Context, { personId, party }: Seat, by: PartyMember): Promise<void> {
  const { workspaceId } = by;
  const open = and(
    eq(invitations.workspaceId, workspaceId),
    eq(invitations.partyId, party.id),
    eq(invitations.invitedBy, personId),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, context.now),
  );
  const offers = await tx.select({ id: invitations.id }).from(invitations).where(open).orderBy(asc(invitations.id)).for('update');
  for (const { id } of offers) {
    await tx.update(invitations).set({ revokedAt: context.now, revokedBy: by.personId }).where(eq(invitations.id, id));
    await callOffMails(tx, context, id);
    await recordEvent(tx, context, { type: 'invitation.revoked', workspaceId, subjectId: id, facts: {} });
  }
}
