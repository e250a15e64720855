import { expect, it } from 'vitest';
import { compareLines, compareTexts, fullEffort } from '@/platform/compare-words';

const words = (sign: string, count: number) => Array.from({ length: count }, (_, index) => `${sign}${index}`).join(' ');

it('[P47] compares a replaced line word by word, and lines that stayed as they are', () => {
  expect(compareLines(['It held.', 'For a year.'], ['It held.', 'For two years.'])).toEqual([
    { before: 0, after: 0, parts: [{ kind: 'same', text: 'It held.' }] },
    {
      before: 1,
      after: 1,
      parts: [
        { kind: 'same', text: 'For ' },
        { kind: 'removed', text: 'a' },
        { kind: 'added', text: 'two' },
        { kind: 'same', text: ' ' },
        { kind: 'removed', text: 'year' },
        { kind: 'added', text: 'years' },
        { kind: 'same', text: '.' },
      ],
    },
  ]);
});

it('[P50] looks for so many edits in all lines together, and takes the rest for replaced', () => {
  const lines = (sign: string) => Array.from({ length: 300 }, (_, index) => `${words(`${sign}${index}x`, 100)} end`);
  const effort = fullEffort();
  const compared = compareLines(lines('a'), lines('b'), effort);
  expect(compared).toHaveLength(300);
  const byWords = compared.filter(({ parts }) => parts.some(({ kind }) => kind === 'same'));
  // 600 edits of lines, and 200 of words in each line.
  expect(byWords).toHaveLength((fullEffort().left - 600) / 200);
  expect(effort.left).toBe(0);
  expect(compared.at(-1)?.parts).toEqual([
    { kind: 'removed', text: lines('a').at(-1) },
    { kind: 'added', text: lines('b').at(-1) },
  ]);
});

it('[P50] takes a text for replaced in which more changed than anybody reads', () => {
  const [before, after] = [words('a', 700), words('b', 700)];
  expect(compareTexts(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);
});
