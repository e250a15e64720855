import { expect, it } from 'vitest';
import { missingOfCorrection, noCorrection } from '@/app/(desk)/desk/claims/[claimId]/_record/grade-form.client';

it('[GC1] a correction that is proposed still needs its kind and a reason of twenty characters, told together', () => {
  const reason = 'The archive has answered.';
  expect(missingOfCorrection(noCorrection)).toEqual(['grade', 'reason']);
  expect(missingOfCorrection({ ...noCorrection, grade: 'minor', reason: 'Too short.' })).toEqual(['reason']);
  expect(missingOfCorrection({ ...noCorrection, reason })).toEqual(['grade']);
  expect(missingOfCorrection({ ...noCorrection, grade: 'minor', reason })).toEqual([]);
});
