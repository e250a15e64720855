import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forbiddenCharacter } from '@/domain/record/forbidden-characters';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const name = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

const forbidden: [string, number[]][] = [
  ['C0 controls', [...range(0x00, 0x08), 0x0b, 0x0c, ...range(0x0e, 0x1f)]],
  ['DEL and C1 controls', range(0x7f, 0x9f)],
  ['bidi embeddings and overrides', range(0x202a, 0x202e)],
  ['the soft hyphen', [0xad]],
  ['zero-width space and word joiner', [0x200b, 0x2060]],
  ['invisible operators', range(0x2061, 0x2064)],
  ['fillers and the grapheme joiner', [0x034f, 0x115f, 0x1160, 0x3164, 0xffa0]],
  ['the byte order mark', [0xfeff]],
  ['tags', [0xe0001, 0xe0020, 0xe0041, 0xe007f]],
  ['variation selectors that carry bytes', [0xfe00, 0xe0100, 0xe01ef]],
  ['lone surrogates', [0xd800, 0xdbff, 0xdc00, 0xdfff]],
];

const allowed: [string, string][] = [
  ['letters of many scripts', 'aßЖあ漢ไท'],
  ['Arabic with vowel signs', 'وَقْفُ إِطْلَاقِ النَّارِ'],
  ['joiners, which Persian and emoji need', 'می\u200Cخواهم 👩\u200D👧'],
  ['direction marks in Arabic', 'في 2020\u200F: \u200E68\u061C'],
  ['isolates in Arabic, each with its end', 'من \u206668 → \u2068a\u2069 42\u2069 إلى'],
  ['emoji and their presentation', '❤\uFE0F ❤\uFE0E 😀'],
  ['tab and line breaks', 'a\tb\nc\r\n'],
  ['a space that does not break', '12\u00A0000'],
  ['the replacement character', '\uFFFD'],
];

describe('a character of a record', () => {
  it.each(forbidden)('[T11] [R5] is refused: %s', (_, codes) => {
    for (const code of codes)
      expect(forbiddenCharacter(`ab${String.fromCodePoint(code)}c`)).toEqual({ position: 2, character: name(code) });
  });

  it.each(allowed)('[R5] is allowed: %s', (_, text) => expect(forbiddenCharacter(text)).toBeUndefined());

  it('[R5] is refused at its position in code points', () => {
    expect(forbiddenCharacter('😀😀\u202Eb')).toEqual({ position: 2, character: 'U+202E' });
    expect(forbiddenCharacter('\u202E')).toEqual({ position: 0, character: 'U+202E' });
  });

  it.each([0x061c, 0x200e, 0x200f, 0x2066, 0x2067, 0x2068, 0x2069])(
    '[R5] is refused in a text from left to right: %i',
    (code) => {
      const text = `fell from ${String.fromCodePoint(code)}68 → 42`;
      expect(forbiddenCharacter(text)).toEqual({ position: 10, character: name(code) });
      expect(forbiddenCharacter(text, 'en')).toEqual({ position: 10, character: name(code) });
      // Digits alone are written from left to right.
      expect(forbiddenCharacter(`${String.fromCodePoint(code)}68`)?.position).toBe(0);
    },
  );

  it('[R5] is judged by the language of its text where that is known', () => {
    const marked = 'COVID\u200F في 2020';
    expect(forbiddenCharacter(marked)).toEqual({ position: 5, character: 'U+200F' });
    expect(forbiddenCharacter(marked, 'ar')).toBeUndefined();
    expect(forbiddenCharacter('قال\u200F', 'en')).toEqual({ position: 3, character: 'U+200F' });
    expect(forbiddenCharacter('قال\u200F', 'ku-Arab')).toBeUndefined();
    expect(forbiddenCharacter('a\u200F', 'ar-Latn')).toEqual({ position: 1, character: 'U+200F' });
  });

  it.each([
    ['an isolate without an end', 'من \u206768 إلى', 3, 'U+2067'],
    ['an end without an isolate', 'من 68\u2069 إلى', 5, 'U+2069'],
    ['an isolate that ends in another line', 'من \u206668\n42\u2069', 3, 'U+2066'],
    ['the outer of two isolates with one end', '\u2066ا\u2067ب\u2069', 0, 'U+2066'],
    ['an override in a text from right to left', 'من \u202E68', 3, 'U+202E'],
  ])('[R5] is refused in Arabic: %s', (_, text, position, character) => {
    expect(forbiddenCharacter(text, 'ar')).toEqual({ position, character });
  });

  it('[R5] is named at its first occurrence', () => {
    expect(forbiddenCharacter('a\u200Bb\u202E')).toEqual({ position: 1, character: 'U+200B' });
  });

  it('[R5] is found wherever it stands in any text', () => {
    const code = fc.constantFrom(...forbidden.flatMap(([, codes]) => codes).filter((one) => one < 0xd800 || one > 0xdfff));
    const text = fc.array(fc.constantFrom('a', 'ب', '漢', '😀', ' ', '\u200C'), { maxLength: 20 });
    fc.assert(
      fc.property(text, code, text, (before, bad, after) => {
        expect(forbiddenCharacter([...before, String.fromCodePoint(bad), ...after].join(''))).toEqual({
          position: before.length,
          character: name(bad),
        });
      }),
    );
  });
});
