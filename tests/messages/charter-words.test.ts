import { expect, it } from 'vitest';
import { clauses } from '@/domain/charter/clauses';
import { localeNames, messagesOf } from '@/tests/support/message-files';

/** Messages whose names are made of a clause or a parameter, which no reader of the source finds. */
const asked: [namespace: string, path: string][] = clauses.flatMap(({ id, parameters }) => [
  ['charter', `clause.${id}`],
  ['desk', `draft.about.${id}`],
  ...parameters.flatMap((name): [string, string][] => [
    ['desk', `charter.parameter.${name}`],
    ['desk', `draft.hint.${name}`],
    ['public', `parameter.${name}`],
  ]),
]);

it.each(localeNames)('[H2] each clause and each of its parameters has its words at the desk and in public, in %s', (locale) => {
  expect(asked.filter(([namespace, path]) => !messagesOf(locale, `${namespace}.json`).has(path))).toEqual([]);
});
