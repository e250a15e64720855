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

it('[L20] [RR6] one that lacks a confirmed reply is replaced in every round and at any time before its publication', () => {
  const lacking = { ...open, round: 3, lateReplies: 1 };
  for (const state of ['signing', 'cooling-off'] as const)
    for (const hours of [0, 300]) expect(isReplaceable({ ...lacking, state }, { maxRounds: 3 }, at(hours))).toBe(true);
  expect(isReplaceable({ ...lacking, state: 'published' }, { maxRounds: 3 }, at(0))).toBe(false);
});
