import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { leavesPartyUnled } from '@/domain/membership/leaves-party-unled';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { endMembership } from './end-membership';
import { loadMembership } from './load-membership';
import { lockSeats } from './lock-seats';

export const RemoveMemberInput = z.strictObject({ personId: id });

export type RemoveMemberRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'own-seat'>
  | (Refusal<'not-your-party'> & { party: string })
  | (Refusal<'last-moderator'> & { party: string });

/** A moderator removes a member of their own party: nobody empties another party's seats (SPEC M5). Open editors close with the commit. */
export async function removeMember(context: Context, input: unknown): Promise<Result<{ removed: true }, RemoveMemberRefusal>> {
  const parsed = parseInput(RemoveMemberInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'member.remove');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  if (member.role !== 'moderator') return refuse({ code: 'not-allowed', permission: 'member.remove' as const });
  const { workspaceId } = member;

  const removed = await withTransaction(context, async (tx): Promise<Result<{ removed: true }, RemoveMemberRefusal>> => {
    const locked = await lockSeats(tx, member, 'member.remove');
    if (!locked.ok) return locked;
    const seat = await loadMembership(tx, member, parsed.value.personId);
    if (!seat.ok) return seat;
    const { party, personId, role } = seat.value;
    if (party.id !== member.party.id) return refuse({ code: 'not-your-party', party: party.name });
    if (personId === member.personId) return refuse({ code: 'own-seat' });
    if (leavesPartyUnled(party, { role, becomes: 'gone' })) return refuse({ code: 'last-moderator', party: party.name });
    await endMembership(tx, context, seat.value, member);
    await recordEvent(tx, context, { type: 'member.removed', workspaceId, subjectId: personId, facts: { role } });
    return ok({ removed: true });
  });
  if (removed.ok) context.collab.recheckAccess();
  return removed;
}
