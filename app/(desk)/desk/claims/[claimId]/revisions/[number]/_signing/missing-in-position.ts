import { reasonMinimum } from '@/domain/charter/check-signing';
import type { Decision } from '@/domain/charter/facts';

export type MissingPart = 'reason' | 'cites';

/** Everything that a position still needs, in the order of the form. The command asks the same again (C26). */
export function missingInPosition(decision: Decision, characters: number, cites: string): MissingPart[] {
  const { reason, citation } = asks[decision];
  const missing: MissingPart[] = [];
  if (characters < reason) missing.push('reason');
  if (citation && cites === '') missing.push('cites');
  return missing;
}

/** How many characters of reason a position needs at least, and whether it names a clause or a source. */
export const asks: Record<Decision, { reason: number; citation: boolean }> = {
  approve: { reason: 0, citation: false },
  'approve-with-statement': { reason: 1, citation: false },
  dissent: { reason: reasonMinimum, citation: true },
  object: { reason: reasonMinimum, citation: true },
  abstain: { reason: reasonMinimum, citation: true },
  recuse: { reason: reasonMinimum, citation: true },
};
