import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import { argumentsOf, choicesOf, localeNames, messagesOf, namespacesOf, tagsOf } from '../support/message-files';

/** Counts of every plural form of the four languages, nought among them. */
const counts = [0, 1, 2, 3, 11, 100];

/** Facts for every argument of a message: a word that it knows where it chooses by one, numbers elsewhere. */
function factsFor(message: string, nth: number): Record<string, string | number> {
  const choices = choicesOf(message);
  const factOf = (name: string) => {
    const words = choices.find((choice) => choice.name === name && choice.kind === 'select')?.branches;
    return words?.[nth % words.length] ?? counts[nth] ?? 0;
  };
  return Object.fromEntries(argumentsOf(message).map((name) => [name, factOf(name)]));
}

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
