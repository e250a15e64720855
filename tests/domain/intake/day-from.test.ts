import { describe, expect, it } from 'vitest';
import { dayFrom } from '@/domain/intake/day-from';

describe('the day that a text names', () => {
  it.each([
    ['2020-11-03', '2020-11-03'],
    ['2020-11-03T10:00:00+02:00', '2020-11-03'],
    ['2020/1/3', '2020-01-03'],
    ['Fri, 05 Feb 2021 10:00:00 GMT', '2021-02-05'],
    ['February 5, 2021', '2021-02-05'],
    ['5 September 2021', '2021-09-05'],
  ] as const)('[IN5] is read without an order where there is one way: %s', (text, day) => {
    expect(dayFrom(text, 'year-first')).toBe(day);
  });

  it('[IN5] is read in the order that was chosen, and in no other', () => {
    expect(dayFrom('03-04-2020', 'day-first')).toBe('2020-04-03');
    expect(dayFrom('03/04/2020', 'month-first')).toBe('2020-03-04');
    expect(dayFrom('03.04.2020', 'year-first')).toBeUndefined();
    expect(dayFrom('31-12-2020', 'month-first')).toBeUndefined();
  });

  it.each(['', 'yesterday', '2020', '16-01-21T06:08:00', '2020-02-30', '2021-13-01', '20201103', '5 Foo 2021'])(
    '[IN5] is none in: %s',
    (text) => {
      for (const order of ['year-first', 'day-first', 'month-first'] as const) expect(dayFrom(text, order)).toBeUndefined();
    },
  );

  it.each(['jan', '1 jan ', '12', '2021-01-', ' '])('[IN14] is none in 8 MB of: %j', (piece) => {
    const text = `${piece.repeat((8 * 1024 * 1024) / piece.length)}x`;
    for (const order of ['year-first', 'day-first', 'month-first'] as const) expect(dayFrom(text, order)).toBeUndefined();
  });
});
