import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { callOffMails } from '@/commands/queue-mail';
import { recordEvent } from '@/commands/record-event';
import { partiesOfDesk } from '@/db/queries/parties-of-desk';
import { invitations } from '@/db/schema';
import { isOpen } from '@/domain/membership/invitation';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { lockSeats } from './lock-seats';

export const RevokeInvitationInput = z.strictObject({ invitationId: id });

export type RevokeInvitationRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'invitation-over'>
  | (Refusal<'not-your-party'> & { party: string });

/** Takes an offer back before it is accepted: a moderator of its party does, and the steward for an offer of the steward's own (SPEC M4). A mail that waits is not sent. */
export async function revokeInvitation(
  context: Context,
  input: unknown,
): Promise<Result<{ revoked: true }, RevokeInvitationRefusal>> {
  const parsed = parseInput(RevokeInvitationInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'member.invite');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  if (member.role !== 'moderator' && member.role !== 'steward')
    return refuse({ code: 'not-allowed', permission: 'member.invite' as const });

  return withTransaction(context, async (tx) => {
    const locked = await lockSeats(tx, member, 'member.invite');
    if (!locked.ok) return locked;
    const { invitationId } = parsed.value;
    const [invitation] = await tx
      .select()
      .from(invitations)
      .where(and(eq(invitations.id, invitationId), eq(invitations.workspaceId, member.workspaceId)))
      .for('update');
    if (invitation === undefined) return refuse({ code: 'not-found' });
    const isOwn = member.party === null ? invitation.invitedByParty === null : invitation.partyId === member.party.id;
    if (!isOwn) {
      const party = (await partiesOfDesk(member, tx)).find(({ id: partyId }) => partyId === invitation.partyId);
      return refuse({ code: 'not-your-party', party: party?.name ?? '' });
    }
    if (!isOpen(invitation, context.now)) return refuse({ code: 'invitation-over' });
    await tx
      .update(invitations)
      .set({ revokedAt: context.now, revokedBy: member.personId })
      .where(eq(invitations.id, invitationId));
    await callOffMails(tx, context, invitationId);
    const { workspaceId } = member;
    await recordEvent(tx, context, { type: 'invitation.revoked', workspaceId, subjectId: invitationId, facts: {} });
    return ok({ revoked: true as const });
  });
}
