import { describe, expect, it } from 'vitest';
import { inOrder, offeredLanguages, withLanguage, withoutLanguage } from '@/domain/record/languages';
import { locales } from '@/messages/locales';

const record = { main: 'en', all: ['en', 'ar'] };

describe('the languages of a record', () => {
  it('[LG3] grow at the end, and hold each once', () => {
    expect(withLanguage(record, 'uk')).toEqual({ ok: true, value: ['en', 'ar', 'uk'] });
    for (const language of record.all)
      expect(withLanguage(record, language)).toEqual({ ok: false, refusal: { code: 'language-known', language } });
  });

  it('[LG3] lose any but the main one', () => {
    expect(withoutLanguage(record, 'ar')).toEqual({ ok: true, value: ['en'] });
    expect(withoutLanguage(record, 'en')).toEqual({ ok: false, refusal: { code: 'language-is-main' } });
    expect(withoutLanguage(record, 'uk')).toEqual({ ok: false, refusal: { code: 'language-unknown' } });
  });

  it('stand with the main one first, which is never left out', () => {
    expect(inOrder({ main: 'uk', all: ['ar', 'uk', 'ar', 'en'] })).toEqual(['uk', 'ar', 'en']);
    expect(inOrder({ main: 'en', all: [] })).toEqual(['en']);
  });

  it('[LG6] are offered for every language that public pages speak', () => {
    expect(Object.keys(locales).filter((language) => !offeredLanguages.some((offered) => offered === language))).toEqual([]);
  });
});
