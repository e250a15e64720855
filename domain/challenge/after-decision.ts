import type { ChallengeMove } from './transitions';

export type PartyDecision = { partyId: string; decision: 'accept' | 'decline'; publishesWords: boolean };

export type Decided = {
  move: Extract<ChallengeMove, 'accept' | 'decline'>;
  /** Whether the challenger's own words may be read by everybody (SPEC CH3). */
  publishesWords: boolean;
};

/**
 * What the words of the parties come to so far (SPEC CH2): one acceptance is enough, so that no side buries a challenge to a verdict of its liking; a refusal is
 * the word of every signing party. Undefined while it stays open.
 */
export function afterDecision(parties: readonly { id: string }[], decisions: readonly PartyDecision[]): Decided | undefined {
  const accepting = decisions.find(({ decision }) => decision === 'accept');
  if (accepting !== undefined) return { move: 'accept', publishesWords: accepting.publishesWords };
  const declined = new Set(decisions.map(({ partyId }) => partyId));
  if (parties.length === 0 || !parties.every(({ id }) => declined.has(id))) return undefined;
  return { move: 'decline', publishesWords: decisions.every(({ publishesWords }) => publishesWords) };
}
