import { expect, it } from 'vitest';
import { sameCorrection } from '@/domain/correction/same-correction';
import type { SignedCorrection } from '@/domain/record/sign-off-statement';

const correction: SignedCorrection = {
  ...{ recordSha256: 'a'.repeat(64), grade: 'update' },
  ...{ reason: 'The archive sent the second page.', challenge: 3 },
};

it('[GC1] two say the same of a correction when each part is the same, the challenge too', () => {
  expect(sameCorrection(correction, { ...correction })).toBe(true);
  expect(sameCorrection(undefined, undefined)).toBe(true);
  expect(sameCorrection(correction, undefined)).toBe(false);
  expect(sameCorrection(undefined, correction)).toBe(false);
  const { challenge: _three, ...unasked } = correction;
  for (const other of [
    unasked,
    { ...correction, challenge: 4 },
    { ...correction, grade: 'substantial' as const },
    { ...correction, reason: 'Something else.' },
    { ...correction, recordSha256: 'b'.repeat(64) },
  ])
    expect(sameCorrection(correction, other)).toBe(false);
});
