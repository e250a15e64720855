import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import { counts, factsFor } from '../support/message-facts';
import { localeNames, messagesOf, namespacesOf, tagsOf } from '../support/message-files';

it.each(localeNames)('every message of %s can be said, whatever its facts', (locale) => {
  const faults: string[] = [];
  for (const namespace of namespacesOf(locale))
    for (const [key, message] of messagesOf(locale, namespace)) {
      const say = createTranslator({
        locale,
        messages: { message },
        onError: (error) => faults.push(`${namespace} ${key}: ${error.message}`),
      });
      const tags = Object.fromEntries(tagsOf(message).map((tag) => [tag, () => 'said']));
      for (const nth of counts.keys()) {
        const said = String(say.markup('message', { ...factsFor(message, nth), ...tags }));
        if (/[{}<>]|undefined/.test(said)) faults.push(`${namespace} ${key}: ${said}`);
      }
    }
  expect(faults).toEqual([]);
});
