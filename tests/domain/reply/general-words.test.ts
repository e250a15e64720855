import { expect, it } from 'vitest';
import { generalWords, holdsAddress } from '@/domain/reply/general-words';

it.each(['Press office', 'المكتب الصحفي', 'Прессслужба міністерства', 'Spokesperson, 2nd floor', 'Office of 1325 affairs'])(
  '[RR1] takes general words: %s',
  (words) => expect(generalWords.safeParse(words)).toEqual({ success: true, data: words }),
);

it.each([
  'press@example.org',
  '@ministry',
  'https://example.org',
  'www.example',
  'ministry.gov',
  '+47 22 12 34 56',
  '٠١٢٣٤٥',
  'Press office\nand others',
])('[RR1] takes nothing that leads to a person: %s', (words) => expect(generalWords.safeParse(words).success).toBe(false));

it('[RR1] tells a year from a number to call', () => {
  expect(holdsAddress('Press office in 2026')).toBe(false);
  expect(holdsAddress('Press office 20 26 33')).toBe(true);
});
