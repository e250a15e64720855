import type { PartyRole, PartySeats } from './bar-to-seating';

/**
 * Whether a party would be without a moderator if this person went or were demoted (SPEC M6). The last person of an observing party may go: nobody is left
 * behind, and a mediator cannot be kept.
 */
export function leavesPartyUnled(
  { standing, moderators, members }: Pick<PartySeats, 'standing' | 'moderators' | 'members'>,
  { role, becomes }: { role: PartyRole; becomes: 'gone' | PartyRole },
): boolean {
  if (role !== 'moderator' || becomes === 'moderator' || moderators > 1) return false;
  return becomes !== 'gone' || standing === 'signing' || members > 1;
}
