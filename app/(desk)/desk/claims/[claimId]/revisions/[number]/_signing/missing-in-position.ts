import { reasonMinimum } from '@/domain/charter/check-signing';
import type { Decision } from '@/domain/charter/facts';

export type MissingPart = 'ground' | 'reason' | 'words' | 'cites';

type Said = {
  ground: string | undefined;
  characters: number;
  words: number;
  cites: string;
  /** The most words that the charter allows; 0 for any number (C28). */
  wordLimit: number;
};

/** Everything that keeps a position from being signed, in the order of the form. The command asks the same again (C25, C26, C28). */
export function missingInPosition(decision: Decision, { ground, characters, words, cites, wordLimit }: Said): MissingPart[] {
  const asked = asks[decision];
  const missing: MissingPart[] = [];
  if (asked.ground && ground === undefined) missing.push('ground');
  if (characters < asked.reason) missing.push('reason');
  else if (asked.reason > 0 && wordLimit > 0 && words > wordLimit) missing.push('words');
  if (asked.citation && cites === '') missing.push('cites');
  return missing;
}

type Asks = { reason: number; citation: boolean; ground: boolean };
const reasoned: Asks = { reason: reasonMinimum, citation: true, ground: false };

/** How many characters of reason a position needs at least, and whether it names a clause or a source, or a ground. */
export const asks: Record<Decision, Asks> = {
  approve: { reason: 0, citation: false, ground: false },
  'approve-with-statement': { reason: 1, citation: false, ground: false },
  dissent: reasoned,
  object: { ...reasoned, ground: true },
  abstain: reasoned,
  recuse: reasoned,
};
