import { describe, expect, it } from 'vitest';
import { dayFrom, dayOrderOf } from '@/domain/intake/day-from';

describe('the day that a text names', () => {
  it.each([
    ['2020-11-03', '2020-11-03'],
    ['2020-11-03T10:00:00+02:00', '2020-11-03'],
    ['2020/1/3', '2020-01-03'],
    ['Fri, 05 Feb 2021 10:00:00 GMT', '2021-02-05'],
    ['February 5, 2021', '2021-02-05'],
    ['5 September 2021', '2021-09-05'],
    ['February 5th, 2021', '2021-02-05'],
    ['5 Sept. 2021, 10:00', '2021-09-05'],
    ['Fri Feb 05 10:00:00 +0000 2021', '2021-02-05'],
    ['5 лютого 2021 р.', '2021-02-05'],
    ['1er août 2021', '2021-08-01'],
    ['5 فبراير 2021', '2021-02-05'],
    ['5 شباط/فبراير 2021', '2021-02-05'],
    ['٥ كانون الثاني ٢٠٢١', '2021-01-05'],
    ['5 de febrero de 2021', '2021-02-05'],
    ['05 de março de 2021', '2021-03-05'],
    ['5. Oktober 2021', '2021-10-05'],
    ['5 февраля 2021 года', '2021-02-05'],
    ['٢٠٢١-٠٢-٠٥', '2021-02-05'],
    ['2021年2月5日', '2021-02-05'],
    ['2021. 2. 5.', '2021-02-05'],
  ] as const)('[IN5] is read without an order where there is one way: %s', (text, day) => {
    expect(dayFrom(text, 'year-first')).toBe(day);
  });

  it('[IN5] is read in the order that was chosen, and in no other', () => {
    expect(dayFrom('03-04-2020', 'day-first')).toBe('2020-04-03');
    expect(dayFrom('03/04/2020', 'month-first')).toBe('2020-03-04');
    expect(dayFrom('03.04.2020', 'year-first')).toBeUndefined();
    expect(dayFrom('31-12-2020', 'month-first')).toBeUndefined();
    expect(dayFrom('3. 4. 2020', 'day-first')).toBe('2020-04-03');
  });

  it('[IN5] has a year of this century where it has two digits, and only behind', () => {
    expect(dayFrom('16-01-21T06:08:00', 'day-first')).toBe('2021-01-16');
    expect(dayFrom('1/16/21', 'month-first')).toBe('2021-01-16');
    expect(dayFrom('16-01-21', 'year-first')).toBeUndefined();
    expect(dayFrom('16-01-21-07', 'day-first')).toBeUndefined();
  });

  it.each(['', 'yesterday', '2020', '2020-02-30', '2021-13-01', '20201103', '5 Foo 2021', '31 February 2021', 'Marching 5 2021'])(
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

describe('the order in which days are written', () => {
  it.each([
    ['day-first', ['3-4-2020', '', '31-10-2020', 'no day']],
    ['day-first', ['03.04.2020', '05.06.2020']],
    ['day-first', ['16-01-21T06:08:00', '02-03-19T00:00:00']],
    ['month-first', ['03/04/2020', '10/31/2020']],
    [undefined, ['03/04/2020', '05/06/2020']],
    [undefined, ['31/10/2020', '10/31/2020']],
    [undefined, ['2020-10-31', '', '5 May 2020']],
    [undefined, []],
  ] as const)('[IN18] is %s where these tell it: %j', (order, values) => {
    expect(dayOrderOf(values)).toBe(order);
  });
});
