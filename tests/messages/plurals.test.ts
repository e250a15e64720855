import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { choicesOf, localeNames, messagesOf, namespacesOf } from '../support/message-files';

/** The plural forms that a language tells apart, from the same table that formats the sentence. */
function formsOf(locale: string): string[] {
  return new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
}

it.each(localeNames)('spells out every plural form of %s, and none that it has not', (locale) => {
  const forms = formsOf(locale);
  const counting = namespacesOf(locale).flatMap((namespace) =>
    [...messagesOf(locale, namespace)].flatMap(([key, sentence]) =>
      choicesOf(sentence)
        .filter(({ kind }) => kind === 'plural')
        .map(({ name, branches }) => ({ where: `${namespace} ${key} ${name}`, branches })),
    ),
  );
  expect(counting.length).toBeGreaterThan(0);
  const has = (branches: string[], form: string) => branches.includes(form) || (form === 'zero' && branches.includes('=0'));
  // A number that stands after a colon has one form for all.
  const wrong = counting.filter(
    ({ branches }) =>
      branches.join() !== 'other' &&
      (!forms.every((form) => has(branches, form)) || branches.some((one) => !/^=\d+$/.test(one) && !forms.includes(one))),
  );
  expect(wrong.map(({ where, branches }) => `${where}: ${branches.join(' ')}`)).toEqual([]);
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
