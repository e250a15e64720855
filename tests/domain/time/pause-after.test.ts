import { expect, it } from 'vitest';
import { nextAttempt, pausesMs } from '@/domain/time/pause-after';

const noon = new Date('2026-03-02T12:00:00.000Z');

it('[J4] pauses for longer after each attempt, and for six hours from the fifth on', () => {
  const pauses = Array.from({ length: 8 }, (_, before) => nextAttempt(noon, before).getTime() - noon.getTime());
  expect(pauses.slice(0, 5)).toEqual([...pausesMs]);
  expect(pauses.slice(1).every((pause, index) => pause >= (pauses[index] ?? 0))).toBe(true);
  expect(pauses.slice(4)).toEqual(Array(4).fill(6 * 60 * 60_000));
});
