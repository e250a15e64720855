import { expect, it } from 'vitest';
import { readDay, readMoment } from '@/components/ui/calendar';

it('reads a calendar day without moving it into a time zone', () => {
  expect(readDay('2026-03-02')).toEqual({ year: '2026', month: '3', day: '2' });
});

it('takes an instant for no calendar day', () => {
  expect(readDay('2026-03-02T00:00:00Z')).toBeUndefined();
});

it('reads an instant as a clock in its zone shows it', () => {
  const instant = new Date('2026-03-14T23:41:00Z');
  expect(readMoment(instant, 'UTC')).toEqual({ year: '2026', month: '3', day: '14', time: '23:41' });
  expect(readMoment(instant, 'Europe/Kyiv')).toEqual({ year: '2026', month: '3', day: '15', time: '01:41' });
});

it('writes midnight as 00:00', () => {
  expect(readMoment(new Date('2026-03-14T00:00:00Z'), 'UTC').time).toBe('00:00');
});
