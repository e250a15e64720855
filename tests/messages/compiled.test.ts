import compile from 'icu-minify/compile';
import format from 'icu-minify/format';
import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import { counts, factsFor } from '../support/message-facts';
import { localeNames, messagesOf, namespacesOf, tagsOf } from '../support/message-files';

const formatters = {
  getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...given),
  getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...given),
  getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...given),
};

// What is built says messages that were compiled; mails and tests say them as they are written. One that is empty for some facts is none when it is compiled.
it.each(localeNames)('every message of %s says the same when it is compiled', (locale) => {
  const differing: string[] = [];
  for (const namespace of namespacesOf(locale))
    for (const [key, message] of messagesOf(locale, namespace)) {
      const compiled = compile(message);
      const written = createTranslator({ locale, messages: { message } });
      const tags = Object.fromEntries(tagsOf(message).map((tag) => [tag, (words: unknown) => `[${[words].flat().join('')}]`]));
      for (const nth of counts.keys()) {
        const facts = { ...factsFor(message, nth), ...tags };
        const [one, other] = [written.markup('message', facts), format(compiled, locale, facts, { formatters })];
        if (one !== other) differing.push(`${namespace} ${key}: ${one} or ${String(other)}`);
      }
    }
  expect(differing).toEqual([]);
});
