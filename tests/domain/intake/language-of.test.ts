import { expect, it } from 'vitest';
import { languageOf } from '@/domain/intake/language-of';

it.each([
  ['uk', 'uk'],
  ['pt_br', 'pt-BR'],
  ['PT-BR', 'pt-BR'],
  ['ukr', 'uk'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['es-419', 'es'],
  ['English', 'en'],
  ['українська', 'uk'],
  ['العربية', 'ar'],
  ['Portuguese', 'pt'],
  ['французька', 'fr'],
])('[IN5] the language that a list calls %s is %s', (written, tag) => {
  expect(languageOf(written)).toBe(tag);
});

it.each(['', 'Klingonish', 'en or fr', '12', 'x'.repeat(5000)])(
  '[IN5] what names no language stays as it is: %.20s',
  (written) => {
    expect(languageOf(written)).toBe(written);
  },
);
