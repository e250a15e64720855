import { type Decision, decisions } from '@/domain/charter/facts';
import type { Phase } from '@/domain/claim/signing-clock';

/** What somebody with a conflict of interest is left with: to stand aside (C19). */
const withConflict: readonly Decision[] = ['recuse'];

/** The positions that a person can take now. The command asks the same again: an objection needs a clock that runs (C25, C26), a conflict leaves one (C19). */
export function positionsOffered({
  phase,
  signoffHours,
  hasConflict,
}: {
  phase: Phase;
  signoffHours: number;
  hasConflict: boolean;
}): Decision[] {
  if (phase === 'over') return [];
  const canObject = phase === 'signing' && signoffHours > 0;
  return decisions.filter((decision) => (hasConflict ? withConflict.includes(decision) : decision !== 'object' || canObject));
}
