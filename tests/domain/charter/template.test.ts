import { describe, expect, it } from 'vitest';
import { Charter } from '@/domain/charter/charter-text';
import { clauseIds, clauses } from '@/domain/charter/clauses';
import { type CharterParameters, defaultParameters } from '@/domain/charter/parameters';
import { charterLanguages, charterTemplate } from '@/domain/charter/template';
import { forbiddenCharacter } from '@/domain/record/forbidden-characters';
import { localeNames } from '@/tests/support/message-files';
import { north, observer, south } from '../build';

const parties = [
  { ...north, standing: 'signing' as const },
  { ...south, standing: 'signing' as const },
  { ...observer, standing: 'observing' as const },
];
const template = (language: string, parameters: CharterParameters = defaultParameters) =>
  charterTemplate({ workspace: { id: 'desk', name: 'Peace talks desk' }, number: 1, parties, language, parameters });
const clauseOf = (charter: Charter, id: string) => charter.clauses.find((clause) => clause.id === id)?.text;

describe.each(charterLanguages)('the charter that a workspace begins with, in %s', (language) => {
  it('[H2] lists exactly the clauses that the software enforces', () => {
    const charter = template(language);
    expect(Charter.parse(charter)).toEqual(charter);
    expect(charter.clauses.map(({ id }) => id)).toEqual(clauseIds);
  });

  it('[C38] says of no days of notice that it is in force at once, and counts no nought', () => {
    const text = clauseOf(template(language, { ...defaultParameters, noticeDays: 0 }), 'C38') ?? '';
    expect(text).not.toMatch(/\d/);
    expect(text).not.toBe('');
  });

  it('[H2] says in words every number that a clause reads', () => {
    const numbers = clauses.flatMap(({ id, parameters }) =>
      parameters.filter((name) => name !== 'ratings').map((name) => ({ id, name })),
    );
    for (const { id, name } of numbers) {
      const other = name === 'allowUnknownInterest' ? true : 5;
      const changed = template(language, { ...defaultParameters, [name]: other });
      expect(clauseOf(changed, id), `${id} ${name}`).not.toBe(clauseOf(template(language), id));
      for (const { id: unrelated, parameters } of clauses) {
        if (!parameters.includes(name))
          expect(clauseOf(changed, unrelated), unrelated).toBe(clauseOf(template(language), unrelated));
      }
    }
  });

  it('[H2] names the parties by their standing', () => {
    const { preamble, parties: listed, language: written } = template(language);
    for (const { name } of parties) expect(preamble).toContain(name);
    expect([listed, written]).toEqual([parties, language]);
  });

  it('[R5] holds no character that a record would refuse', () => {
    const { title, preamble, clauses: texts } = template(language);
    for (const text of [title, preamble, ...texts.flatMap((clause) => [clause.title, clause.text])])
      expect(forbiddenCharacter(text)).toBeUndefined();
  });
});

it.each(['tr', 'constructor'])('[H2] is written in English, and says so, where there is no template: %s', (language) => {
  expect(template(language)).toEqual(template('en'));
});

it('[H2] can be written in every language of the interface', () => {
  expect([...charterLanguages].sort()).toEqual([...localeNames].sort());
});

it.each([
  ['uk', 1, 'на 1 прийняте джерело.'],
  ['uk', 3, 'на 3 прийняті джерела.'],
  ['uk', 12, 'на 12 прийнятих джерел.'],
  ['fr', 1, '1 source acceptée.'],
  ['fr', 2, '2 sources acceptées.'],
])('[H2] counts as %s does: %i', (language, minSources, words) => {
  expect(clauseOf(template(language, { ...defaultParameters, minSources }), 'C07')).toContain(words);
});
