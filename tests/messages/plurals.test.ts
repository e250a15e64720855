import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { localeNames, messagesOf, namespacesOf } from '../support/message-files';

/** The plural forms that a language tells apart, from the same table that formats the sentence. */
function formsOf(locale: string): string[] {
  return new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
}

/** The forms a sentence gives for its counts: `{n, plural, one {…} other {…}}` gives one and other. */
function gives(sentence: string, form: string): boolean {
  return new RegExp(`\\b${form} *\\{`).test(sentence);
}

it.each(localeNames)('spells out every plural form of %s', (locale) => {
  const counting = namespacesOf(locale).flatMap((namespace) =>
    [...messagesOf(locale, namespace)].filter(([, sentence]) => sentence.includes(', plural,')),
  );
  expect(counting.length).toBeGreaterThan(0);
  const incomplete = counting.filter(([, sentence]) => !formsOf(locale).every((form) => gives(sentence, form)));
  expect(incomplete.map(([key]) => key)).toEqual([]);
});

it.each(localeNames)('has a line for every namespace in the index of %s', (locale) => {
  const index = readFileSync(`messages/${locale}/index.ts`, 'utf8');
  expect(namespacesOf(locale).filter((file) => !index.includes(`'./${file}'`))).toEqual([]);
});

it('asks plainly: no English sentence says please', () => {
  const asking = namespacesOf('en').flatMap((namespace) =>
    [...messagesOf('en', namespace)].filter(([, sentence]) => /\bplease\b/i.test(sentence)),
  );
  expect(asking).toEqual([]);
});
