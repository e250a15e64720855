import type { SignedCorrection } from '@/domain/record/sign-off-statement';

/** Whether two say the same of what a revision corrects, how gravely, why and in answer to what: undefined says that it corrects nothing (SPEC GC1). */
export function sameCorrection(one: SignedCorrection | undefined, other: SignedCorrection | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return keys.every((key) => one[key] === other[key]);
}

const keys = ['recordSha256', 'grade', 'reason', 'challenge'] as const;
