import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  day,
  id,
  isWebAddress,
  line,
  optionalDay,
  optionalLine,
  optionalText,
  reason,
  text,
  webAddress,
} from '@/domain/text-input';

const faultOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0];

describe('a text that a person types', () => {
  it('[R2] is kept in NFC, without the white space around it', () => {
    expect(text(10).parse(' e\u0301 ')).toBe('\u00e9');
  });

  it.each([
    ['', 'required'],
    ['  ', 'required'],
    ['\u200D', 'required'],
    ['x'.repeat(11), 'too-long'],
    ['a\u202E', 'forbidden-character'],
    ['\u0000', 'forbidden-character'],
  ])('[R5] is refused: %j is %s', (value, message) => expect(faultOf(text(10), value)?.message).toBe(message));

  it('[R5] is refused with the position of the character', () => {
    expect(faultOf(text(10), 'ab\u202E')).toMatchObject({ params: { position: 2, character: 'U+202E' } });
  });

  it('[A10] is one line where it is a name, and says where another begins', () => {
    expect(line(20).parse(' Noor of the North ')).toBe('Noor of the North');
    for (const [value, character] of [
      ['😀\nb', 'U+000A'],
      ['a\tb', 'U+0009'],
      ['a\u2028b', 'U+2028'],
    ] as const)
      expect(faultOf(line(20), value)).toMatchObject({ message: 'forbidden-character', params: { position: 1, character } });
    expect([optionalLine(20).parse(' '), optionalLine(20).safeParse('a\rb').success]).toEqual([undefined, false]);
  });

  it('[C01] is counted in code points', () => {
    expect(text(10).safeParse('😀'.repeat(10)).success).toBe(true);
    expect(text(10).safeParse('😀'.repeat(11)).success).toBe(false);
  });

  it('[C26] gives a reason of 40 characters at least', () => {
    expect(reason(40, 2000).safeParse('x'.repeat(40)).success).toBe(true);
    expect(faultOf(reason(40, 2000), 'x'.repeat(39))).toMatchObject({ message: 'too-short', params: { length: 39, min: 40 } });
    expect(faultOf(reason(40, 2000), 'x'.repeat(2001))?.message).toBe('too-long');
    expect(faultOf(reason(40, 2000), '')?.message).toBe('required');
  });

  it('[C26] counts what a reader sees: white space once, unseen marks not at all', () => {
    for (const blank of [`a${' '.repeat(60)}b`, `a${'\u200D'.repeat(60)}b`, `a${'\u3000\u2800\n'.repeat(20)}b`])
      expect(faultOf(reason(40, 2000), blank)).toMatchObject({ message: 'too-short', params: { min: 40 } });
  });

  it('may be left out where it is optional', () => {
    expect([optionalText(10).parse(undefined), optionalText(10).parse('  '), optionalText(10).parse(' x ')]).toEqual([
      undefined,
      undefined,
      'x',
    ]);
    expect(optionalText(10).safeParse('x'.repeat(11)).success).toBe(false);
  });
});

const addresses: [string, boolean][] = [
  ['https://news.example', true],
  ['http://news.example/talks?day=1#top', true],
  ['HTTPS://NEWS.EXAMPLE:8443/', true],
  ['https://news.example/a@b', true],
  ['https://xn--mgbh0fb.example/', true],
  ['ftp://news.example/', false],
  ['javascript:alert(1)//news.example', false],
  ['data:text/html,x', false],
  ['//news.example/', false],
  ['news.example', false],
  ['https://', false],
  ['https://localhost/', false],
  ['https://person:word@news.example/', false],
  ['https://person@news.example/', false],
  ['https://news.example\\@evil.example/', false],
  ['https://news.example/a b', false],
];

describe('an address', () => {
  it.each(addresses)('[S1] is http or https with a host: %j, %s', (value, expected) => {
    expect(isWebAddress(value)).toBe(expected);
    expect(webAddress.safeParse(value).success).toBe(expected);
  });

  it('[S1] has 2,000 characters at most', () => {
    const address = (length: number) => 'https://news.example/'.padEnd(length, 'x');
    expect(webAddress.safeParse(address(2000)).success).toBe(true);
    expect(webAddress.safeParse(address(2001)).success).toBe(false);
  });
});

it.each([
  ['2020-02-29', true],
  ['2021-02-29', false],
  ['2020-2-9', false],
  ['29.02.2020', false],
  ['2020-02-29T00:00:00Z', false],
])('a day exists: %j, %s', (value, expected) => {
  expect(day.safeParse(value).success).toBe(expected);
  expect(optionalDay.safeParse(value).success).toBe(expected);
});

it('a day may be left out where it is optional', () => {
  expect(optionalDay.parse('')).toBeUndefined();
});

it('an id is a UUID', () => {
  expect(id.safeParse('0198a1f2-7c00-7abc-8def-0123456789ab').success).toBe(true);
  expect(id.safeParse('1').success).toBe(false);
});
