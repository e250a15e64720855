import { expect, it } from 'vitest';
import { hoursLeft, windowEnd } from '@/domain/reply/reply-window';

const asked = '2026-03-02T12:00:00.000Z';

it('[RR2] ends so many hours after the first contact was recorded', () => {
  expect(windowEnd(asked, 48).toISOString()).toBe('2026-03-04T12:00:00.000Z');
  expect(windowEnd(asked, 0).toISOString()).toBe(asked);
});

it.each([
  ['2026-03-02T12:00:00.000Z', 48],
  ['2026-03-04T11:00:00.001Z', 1],
  ['2026-03-04T12:00:00.000Z', 0],
  ['2026-05-01T00:00:00.000Z', 0],
])('[RR2] has at %s whole hours left: %i', (now, hours) => expect(hoursLeft(asked, 48, now)).toBe(hours));
