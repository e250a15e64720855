import { expect, it } from 'vitest';
import { timeLeft } from '@/domain/claim/time-left';

const now = new Date('2026-03-02T12:00:00Z');
const after = (minutes: number) => timeLeft(new Date(now.getTime() + minutes * 60_000), now);

it('[L23] says in whole units what is surely left', () => {
  expect(after(3 * 24 * 60 + 23 * 60)).toEqual({ unit: 'days', count: 3 });
  expect(after(2 * 24 * 60)).toEqual({ unit: 'days', count: 2 });
  expect(after(2 * 24 * 60 - 1)).toEqual({ unit: 'hours', count: 47 });
  expect(after(119)).toEqual({ unit: 'minutes', count: 119 });
  expect(after(0.5)).toEqual({ unit: 'minutes', count: 1 });
  expect([after(0), after(-5)]).toEqual(['none', 'none']);
});
