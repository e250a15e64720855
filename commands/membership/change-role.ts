import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { callOffMails } from '@/commands/queue-mail';
import { recordEvent } from '@/commands/record-event';
import { memberships } from '@/db/schema';
import { barToSeating, type PartyRole, type SeatingRefusal } from '@/domain/membership/bar-to-seating';
import { leavesPartyUnled } from '@/domain/membership/leaves-party-unled';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { loadMembership } from './load-membership';
import { lockSeats } from './lock-seats';
import { revokeOffersOf } from './revoke-offers-of';

export const ChangeRoleInput = z.strictObject({ personId: id, role: z.enum(['checker', 'moderator', 'observer']) });

export type ChangeRoleRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | SeatingRefusal
  | Refusal<'not-found'>
  | Refusal<'unchanged'>
  | (Refusal<'last-moderator'> & { party: string });

/** A moderator gives a member of their own party another role there (SPEC M4). The last moderator is not demoted (SPEC M6), and a demoted one's offers end (SPEC M14). Open editors look at their right again. */
export async function changeRole(context: Context, input: unknown): Promise<Result<{ role: PartyRole }, ChangeRoleRefusal>> {
  const parsed = parseInput(ChangeRoleInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'member.change');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  if (member.role !== 'moderator') return refuse({ code: 'not-allowed', permission: 'member.change' as const });
  const { workspaceId } = member;
  const becomes = parsed.value.role;

  const changed = await withTransaction(context, async (tx): Promise<Result<{ role: PartyRole }, ChangeRoleRefusal>> => {
    const locked = await lockSeats(tx, member, 'member.change');
    if (!locked.ok) return locked;
    const seat = await loadMembership(tx, member, parsed.value.personId);
    if (!seat.ok) return seat;
    const { party, personId, role } = seat.value;
    const bar = barToSeating(member, { party, role: becomes, inForce: false });
    if (bar !== undefined) return refuse(bar);
    if (role === becomes) return refuse({ code: 'unchanged' });
    if (leavesPartyUnled(party, { role, becomes })) return refuse({ code: 'last-moderator', party: party.name });
    await tx.update(memberships).set({ role: becomes }).where(eq(memberships.id, seat.value.id));
    // What a mail was made of was for the role before (SPEC N2).
    await callOffMails(tx, context, seat.value.id);
    if (role === 'moderator') await revokeOffersOf(tx, context, seat.value, member);
    await recordEvent(tx, context, {
      type: 'member.role-changed',
      workspaceId,
      subjectId: personId,
      facts: { was: role, role: becomes },
    });
    return ok({ role: becomes });
  });
  if (changed.ok) context.collab.recheckAccess();
  return changed;
}
