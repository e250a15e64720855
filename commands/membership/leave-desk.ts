import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { leavesPartyUnled } from '@/domain/membership/leaves-party-unled';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { endMembership } from './end-membership';
import { loadMembership } from './load-membership';
import { lockSeats } from './lock-seats';

/** Leaving cannot be taken back by the one who left, so a request says that it is meant. */
export const LeaveDeskInput = z.strictObject({ leave: z.literal('this-desk') });

export type LeaveDeskRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | (Refusal<'last-moderator'> & { party: string });

/** A member gives up their own seat. What they signed and wrote stays (SPEC M7); the last moderator names a successor first (SPEC M6). */
export async function leaveDesk(context: Context, input: unknown): Promise<Result<{ left: true }, LeaveDeskRefusal>> {
  const parsed = parseInput(LeaveDeskInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'member.leave');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { personId, workspaceId } = member;

  const left = await withTransaction(context, async (tx): Promise<Result<{ left: true }, LeaveDeskRefusal>> => {
    const locked = await lockSeats(tx, member, 'member.leave');
    if (!locked.ok) return locked;
    const seat = await loadMembership(tx, member, personId);
    if (!seat.ok) return seat;
    const { party, role } = seat.value;
    if (leavesPartyUnled(party, { role, becomes: 'gone' })) return refuse({ code: 'last-moderator', party: party.name });
    await endMembership(tx, context, seat.value, member);
    await recordEvent(tx, context, { type: 'member.left', workspaceId, subjectId: personId, facts: { role } });
    return ok({ left: true });
  });
  if (left.ok) context.collab.recheckAccess();
  return left;
}
