import { expect, it } from 'vitest';
import { afterRefusal, mayOpenAgain, noRebuilds } from '@/app/(desk)/desk/claims/[claimId]/_editor/rebuilds';

const refusedOnce = afterRefusal({ ...noRebuilds, syncedAtMs: 0 }, 5000);
const refusedThrice = afterRefusal(afterRefusal(refusedOnce, 6000), 7000);

it('[P65] a refused document is opened anew three times in a row and then no more', () => {
  expect(mayOpenAgain(refusedOnce)).toBe(true);
  expect(mayOpenAgain(refusedThrice)).toBe(true);
  expect(mayOpenAgain(afterRefusal(refusedThrice, 8000))).toBe(false);
});

it('[P65] a document that was in sync for a minute is refused for the first time again', () => {
  const fine = { ...refusedThrice, syncedAtMs: 10_000 };
  expect(afterRefusal(fine, 69_999).refusedInARow).toBe(4);
  expect(afterRefusal(fine, 70_000).refusedInARow).toBe(1);
});
