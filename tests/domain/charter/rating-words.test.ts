import { describe, expect, it } from 'vitest';
import { defaultRatings } from '@/domain/charter/parameters';
import { plainRatingWords, ratingWordIn } from '@/domain/charter/rating-words';
import arabic from '@/messages/ar/rating.json';
import english from '@/messages/en/rating.json';
import french from '@/messages/fr/rating.json';
import type { Locale } from '@/messages/locales';
import ukrainian from '@/messages/uk/rating.json';
import { localeNames } from '@/tests/support/message-files';

const ratings: Record<Locale, Record<string, string>> = { en: english, fr: french, uk: ukrainian, ar: arabic };
const words = [...Object.values(ratings).flatMap((named) => Object.values(named)), ...plainRatingWords];

describe('a title in English', () => {
  const rating: [string, string][] = [
    ['The claim is not accurate', 'Accurate'],
    ['Ceasefire figure: FALSE', 'false'],
    ['A “misleading” figure', 'misleading'],
    ['Fact-check/debunked', 'debunked'],
    ['mostly-accurate figures', 'Accurate'],
    ['ac\u200Dcurate figures', 'Accurate'],
    ['ｔｒｕｅ figures', 'true'],
    ['tru\u0301e figures', 'true'],
  ];
  it.each(rating)('[C06] rates when it says %j', (title, word) => expect(ratingWordIn(title, words)).toBe(word));

  it.each([
    'The accuracy of ceasefire figures',
    'Inaccuracies were counted',
    'Truth commissions met',
    'Believers met',
    'Corrected minutes',
  ])('[C06] does not rate when a word only resembles one: %j', (title) => expect(ratingWordIn(title, words)).toBeUndefined());
});

describe('a title in Arabic', () => {
  const rating: [string, string][] = [
    ['خبر كاذب عن المحادثات', 'كاذب'],
    ['هذا صحيح', 'صحيح'],
    ['هذا صَحِيح', 'صحيح'],
    ['هذا صحـــيح', 'صحيح'],
    ['الخبر الصحيح عن المحادثات', 'صحيح'],
    ['والكاذبة منها', 'كاذبة'],
    ['دقيق جزئيا', 'دقيق'],
    ['غير دقيق', 'دقيق'],
    ['يتعذر إثباته', 'يتعذّر إثباته'],
  ];
  it.each(rating)('[C06] rates when it says %j', (title, word) => expect(ratingWordIn(title, words)).toBe(word));

  it.each(['صحيفة عن المحادثات', 'التدقيق في الأرقام', 'وقف إطلاق النار', 'الله'])(
    '[C06] does not rate when a word only resembles one: %j',
    (title) => expect(ratingWordIn(title, words)).toBeUndefined(),
  );
});

describe('a title in French or Ukrainian', () => {
  it.each([
    ['Un chiffre inexact', 'Inexact'],
    ['Chiffre « ERRONÉ » du cessez-le-feu', 'erroné'],
    ['L’annonce, vraie ou fausse', 'vraie'],
    ['Точно: трек переговорів', 'Точно'],
    ['НЕПРАВДИВІ цифри', 'неправдиві'],
    ['Цифрам бракує контексту', 'Бракує контексту'],
  ])('[C06] rates when it says %j', (title, word) => expect(ratingWordIn(title, words)).toBe(word));

  it.each([
    'L’exactitude des chiffres',
    'Le budget dépasse douze milliards',
    'Точність цифр',
    'Українська правда про перемовини',
  ])('[C06] does not rate when a word only resembles one: %j', (title) => expect(ratingWordIn(title, words)).toBeUndefined());
});

it.each(localeNames)('[C06] knows a word in %s for every rating of the default scale', (language) => {
  const named = Object.entries(ratings).find(([locale]) => locale === language)?.[1] ?? {};
  const ofCharter = [...plainRatingWords, ...defaultRatings.map(({ key }) => key)];
  for (const { key } of defaultRatings) expect(ratingWordIn(named[key] ?? '', ofCharter), key).toBeDefined();
});

it.each(plainRatingWords)('[C06] finds %j whatever surrounds it', (word) => {
  expect(ratingWordIn(`(${word.toUpperCase()})`, plainRatingWords)).toBe(word);
});

it('[C06] finds a rating of several words only when they stand together', () => {
  expect(ratingWordIn('It lacks all context', ['Lacks context'])).toBeUndefined();
  expect(ratingWordIn('It lacks\ncontext', ['Lacks context'])).toBe('Lacks context');
  expect(ratingWordIn('دقيق جزئيا', ['دقيق جزئيًا'])).toBe('دقيق جزئيًا');
});

it('[C06] finds nothing when there are no words to find', () => {
  expect(ratingWordIn('Anything true', [])).toBeUndefined();
  expect(ratingWordIn('Anything true', ['', ' – '])).toBeUndefined();
  expect(ratingWordIn('', words)).toBeUndefined();
});
