import { expect, it } from 'vitest';
import { localeNames, messagesOf, namespacesOf } from '../support/message-files';

type Said = { where: string; words: string };

/** The messages of a language without what stands in braces and tags: what is left is read. */
function saidIn(locale: string): Said[] {
  return namespacesOf(locale).flatMap((namespace) =>
    [...messagesOf(locale, namespace)].map(([key, message]) => ({
      where: `${namespace} ${key}`,
      words: message.replace(/\{\w+(?:, (?:number|plural|select)\b[^{}]*)?/g, '{').replace(/<\/?\w+>/g, ''),
    })),
  );
}

function wrongIn(locale: string, pattern: RegExp): string[] {
  return saidIn(locale)
    .filter(({ words }) => pattern.test(words))
    .map(({ where, words }) => `${where}: ${words}`);
}

it.each(localeNames)('the quotation marks and apostrophes of %s are printer’s ones', (locale) => {
  expect(wrongIn(locale, /['"]/)).toEqual([]);
});

it.each(['uk', 'fr', 'ar'])('%s quotes between guillemets', (locale) => {
  expect(wrongIn(locale, /[“”„]/)).toEqual([]);
});

it('French keeps a space that does not break inside of guillemets and before double marks', () => {
  expect(wrongIn('fr', /« |[^\u00a0]»|«[^\u00a0]/)).toEqual([]);
  expect(wrongIn('fr', / [:;?!%]|[\p{L})»][;?!]/u)).toEqual([]);
});

it('Ukrainian words are of Ukrainian letters', () => {
  const mixed = /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u;
  expect(wrongIn('uk', mixed)).toEqual([]);
  expect(wrongIn('uk', /[ыэъё]/i)).toEqual([]);
});

/** What is the same in every language: names, signs and the words of machines. */
const sameEverywhere =
  /^(?:Countersign|ClaimReview|UTC|UTF-8|Ctrl K|Enter|Esc|[^\p{L}]*|[^\p{L}]*SHA-256[^\p{L}]*|[^\p{L}]*E[^\p{L}]*)$/u;

it.each([
  ['uk', /\p{Script=Cyrillic}/u],
  ['ar', /\p{Script=Arabic}/u],
])('no message of %s was left in another script', (locale, letter) => {
  const left = saidIn(locale).filter(
    ({ words }) => !letter.test(words) && !sameEverywhere.test(words.replace(/\b[a-z]+ (?=\{)|[{}]/g, '')),
  );
  expect(left.map(({ where, words }) => `${where}: ${words}`)).toEqual([]);
});

/** Facts that are words of people and desks, in whichever script these write; a number, a day and a word of our own are not. */
const wordsOfOthers =
  /\{(?:party|parties|name|names|person|people|title|publisher|owner|desk|workspace|note|inviter|email|writer|who|browser|heading|topics|reason|by|into|what|q|host|word|fields)\}/g;

it('an Arabic sentence isolates what others wrote, so that a number after a Latin name is not read into it', () => {
  const open = namespacesOf('ar').flatMap((namespace) =>
    [...messagesOf('ar', namespace)].flatMap(([key, message]) =>
      Array.from(message.matchAll(wordsOfOthers))
        .filter(({ 0: fact }) => !message.includes(`\u2068${fact}\u2069`) && !message.includes(`<bdi>${fact}</bdi>`))
        .map(([fact]) => `${namespace} ${key}: ${fact}`),
    ),
  );
  expect(open).toEqual([]);
});
