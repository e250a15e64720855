import type { Measured } from './figure';
import { median } from './statistics';

export type Row = { figure: string; subject: string; round: number; measured: Measured };

/** A figure's table: for each subject the median of its rounds and, in brackets, the least and the most. Words are said once each. */
export function tableOf(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(({ measured }) => Object.keys(measured)))];
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  // What is said in words makes a long line: there, subjects are the columns.
  const isWords = rows.every(({ measured }) => Object.values(measured).every((value) => typeof value === 'string'));
  const cell = (subject: string, column: string) =>
    summary(
      rows.filter((row) => row.subject === subject),
      column,
    );
  if (isWords)
    return columns
      .map((column) => `${column}\n${subjects.map((subject) => `    ${subject.padEnd(28)} ${cell(subject, column)}\n`).join('')}`)
      .join('');
  return aligned([['', ...columns], ...subjects.map((subject) => [subject, ...columns.map((column) => cell(subject, column))])]);
}

function summary(rows: readonly Row[], column: string): string {
  const values = rows.flatMap(({ measured }) => measured[column] ?? []);
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0) return [...new Set(values)].join(' / ');
  const [middle, least, most] = [median(numbers), Math.min(...numbers), Math.max(...numbers)];
  return least === most ? short(middle) : `${short(middle)} [${short(least)}–${short(most)}]`;
}

function short(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return 'never';
  return Math.abs(value) >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toPrecision(3);
}

function aligned(lines: string[][]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map(
      (line) =>
        `${line
          .map((text, column) => text.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
