import { z } from 'zod';
import { monthNames } from './month-names';

/** How the days of a list are written when all of them are numbers. */
export const dayOrders = ['year-first', 'day-first', 'month-first'] as const;
export type DayOrder = (typeof dayOrders)[number];

/**
 * The day that a text names, as YYYY-MM-DD; undefined when it names none or a day that does not exist. A time beside it is passed over. A month's name needs
 * no order, and a year of four digits in front is never ambiguous. A year of two digits is one of this century, and stands last. A text longer than any day
 * is none (SPEC IN14).
 */
export function dayFrom(text: string, order: DayOrder): string | undefined {
  if (text.length > longestDay) return undefined;
  const value = withLatinDigits(text.trim());
  const yearFirst = /^(\d{4})[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})(?!\d)/u.exec(value);
  if (yearFirst !== null) return existing(yearFirst[1], yearFirst[2], yearFirst[3]);
  const numbers = numbersOfDay(value);
  if (numbers !== undefined) {
    const [first, second, year] = numbers;
    if (order === 'day-first') return existing(year, second, first);
    return order === 'month-first' ? existing(year, first, second) : undefined;
  }
  const named = dayBefore.exec(value);
  if (named !== null) return existing(named[3], monthOf(named[2]), named[1]);
  const american = dayAfter.exec(value);
  return american === null ? undefined : existing(american[3], monthOf(american[1]), american[2]);
}

/** The order in which these days are written, where they tell: a first number above twelve is no month. They are looked at by a person before they count. */
export function dayOrderOf(values: readonly string[]): DayOrder | undefined {
  const days = values.flatMap((value) => {
    const numbers = value.length > longestDay ? undefined : numbersOfDay(withLatinDigits(value.trim()));
    return numbers === undefined ? [] : [{ numbers, dotted: value.includes('.') }];
  });
  const above = (place: 0 | 1) => days.some(({ numbers }) => Number(numbers[place]) > 12);
  if (above(0)) return above(1) ? undefined : 'day-first';
  if (above(1)) return 'month-first';
  // With stops between them nobody writes the month first.
  return days.length > 0 && days.every(({ dotted }) => dotted) ? 'day-first' : undefined;
}

const longestDay = 100;

function numbersOfDay(value: string): [string, string, string] | undefined {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[-/.]\s*(\d{1,2})[-/.]\s*(\d{4}|\d{2})(?![-/.]?\d)/.exec(value) ?? [];
  if (year === '') return undefined;
  return [first, second, year.length === 2 ? `20${year}` : year];
}

const names = Array.from(monthNames.keys())
  .sort((a, b) => b.length - a.length)
  .join('|');
/** "5 February 2021", "1er février 2021", "5 de febrero de 2021", "5. Februar 2021", and with both names of the Arabic month. */
const dayBefore = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:de\\s+|of\\s+)?(${names})(?!\\p{L})(?:/[\\p{L} ]{2,20})?\\.?[,،]?\\s+(?:de\\s+)?(\\d{4})(?!\\d)`,
  'iu',
);
/** "February 5, 2021", and "Fri Feb 05 10:00:00 +0000 2021" as programs write it. */
const dayAfter = new RegExp(
  `(?<!\\p{L})(${names})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:\\d{1,2}:\\d{2}(?::\\d{2})?\\s+(?:[+-]\\d{4}\\s+|[A-Z]{1,4}\\s+)?)?(\\d{4})(?!\\d)`,
  'iu',
);

function monthOf(name = ''): string {
  return String(monthNames.get(name.toLowerCase()) ?? '');
}

/** Zero in the digits of Arabic, Persian, Devanagari and Bengali. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6];

function withLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((first) => code >= first && code <= first + 9);
    return zero === undefined ? digit : String(code - zero);
  });
}

function existing(year = '', month = '', day = ''): string | undefined {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(written).success ? written : undefined;
}
