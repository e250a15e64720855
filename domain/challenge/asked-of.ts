import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';
import { type ChallengeState, isOpen } from './transitions';

/** A challenge as it asks for words: whose are asked, and which parties have given theirs. */
export type Asking = { state: ChallengeState; parties: readonly string[]; decisions: readonly { partyId: string }[] };
export type ChallengeAsk = 'acknowledge' | 'decide';

/** What a challenge asks of a member now; undefined when it waits for others alone (SPEC D10). */
export function askedOfChallenge(challenge: Asking, member: Member): ChallengeAsk | undefined {
  if (challenge.state === 'received' && may(member, 'challenge.acknowledge')) return 'acknowledge';
  return mayDecide(challenge, member) ? 'decide' : undefined;
}

/** Whether a member can give their party's word on it: once, while it is open (SPEC CH2). */
export function mayDecide({ state, parties, decisions }: Asking, member: Member): boolean {
  const own = member.party?.id ?? '';
  const isAsked = parties.includes(own) && !decisions.some(({ partyId }) => partyId === own);
  return isOpen(state) && isAsked && may(member, 'challenge.decide');
}
