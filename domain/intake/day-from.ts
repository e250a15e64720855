import { z } from 'zod';

/** How the days of a list are written when all of them are numbers. */
export const dayOrders = ['year-first', 'day-first', 'month-first'] as const;
export type DayOrder = (typeof dayOrders)[number];

/**
 * The day that a text names, as YYYY-MM-DD; undefined when it names none, a year of two digits, or a day that does not exist. A time after it is passed
 * over. What is written with the month's English name needs no order; a year in front is never ambiguous. A text longer than any day is none (SPEC IN14).
 */
export function dayFrom(text: string, order: DayOrder): string | undefined {
  if (text.length > longestDay) return undefined;
  const value = text.trim();
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(value);
  if (yearFirst !== null) return existing(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(value);
  if (yearLast !== null) {
    const [, first, second, year] = yearLast;
    if (order === 'day-first') return existing(year, second, first);
    return order === 'month-first' ? existing(year, first, second) : undefined;
  }
  const named = new RegExp(`(\\d{1,2})\\s+(${months.join('|')})[a-z]*\\.?,?\\s+(\\d{4})`, 'i').exec(value);
  if (named !== null) return existing(named[3], monthOf(named[2]), named[1]);
  const american = new RegExp(`(${months.join('|')})[a-z]*\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})`, 'i').exec(value);
  return american === null ? undefined : existing(american[3], monthOf(american[1]), american[2]);
}

const longestDay = 100;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthOf(name = ''): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function existing(year = '', month = '', day = ''): string | undefined {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(written).success ? written : undefined;
}
