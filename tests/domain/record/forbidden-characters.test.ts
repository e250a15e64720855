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
  ['direction marks', '\u200E\u200F\u061C'],
  ['isolates', '\u2066a\u2067b\u2068c\u2069'],
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

  it('[R5] is named at its first occurrence', () => {
    expect(forbiddenCharacter('a\u200Bb\u202E')).toEqual({ position: 1, character: 'U+200B' });
  });

  it('[R5] is found wherever it stands in any text', () => {
    const code = fc.constantFrom(...forbidden.flatMap(([, codes]) => codes).filter((one) => one < 0xd800 || one > 0xdfff));
    const text = fc.array(fc.constantFrom('a', 'ب', '漢', '😀', ' ', '\u200C', '\u2067'), { maxLength: 20 });
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
