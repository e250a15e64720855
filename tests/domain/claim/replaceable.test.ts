import { expect, it } from 'vitest';
import { isReplaceable } from '@/domain/claim/replaceable';
import { hoursAfter } from '@/domain/claim/signing-clock';

const frozenAt = new Date('2026-03-02T12:00:00Z');
const at = (hours: number) => hoursAfter(frozenAt, hours);
const open = { state: 'signing', round: 1, signingEndsAt: at(168), mediationEndsAt: at(264) } as const;

it('[L20] another revision may be proposed while the mediation lasts, in every round but the last', () => {
  const rounds = { maxRounds: 3 };
  expect([167, 168, 263, 264].map((hours) => isReplaceable(open, rounds, at(hours)))).toEqual([false, true, true, false]);
  expect(isReplaceable({ ...open, round: 3 }, rounds, at(200))).toBe(false);
  expect(isReplaceable({ ...open, round: 9 }, { maxRounds: 0 }, at(200))).toBe(true);
  expect(isReplaceable({ ...open, state: 'cooling-off' }, rounds, at(200))).toBe(false);
});
