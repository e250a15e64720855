import { describe, expect, it } from 'vitest';
import { lists } from '@/domain/charter/charter-text';
import { clauses, optionalClauseIds } from '@/domain/charter/clauses';
import {
  beginningOf,
  clauseAtFault,
  clauseKey,
  fitsDraft,
  joiningKey,
  leftOutOf,
  numberNames,
  parametersOfDraft,
  partiesOfDraft,
  partyKey,
  ratingKey,
  textOfDraft,
} from '@/domain/charter/draft';
import { CharterParameters, defaultParameters, parameterBounds, unratifiedParameters } from '@/domain/charter/parameters';
import { charterTemplate } from '@/domain/charter/template';

const partyId = '0192f0c0-0000-7000-8000-000000000001';
const otherId = '0192f0c0-0000-7000-8000-000000000002';
const present = [
  { id: partyId, standing: 'signing' as const },
  { id: otherId, standing: 'observing' as const },
];
const charterOf = (parameters: CharterParameters, leftOut: (typeof optionalClauseIds)[number][] = []) =>
  charterTemplate({ workspace: { id: 'w', name: 'Desk' }, number: 1, parties: [], language: 'fr', parameters, leftOut });

describe('a draft of the charter', () => {
  it('[H19] begins as the version in force says, and a first one as the template says', () => {
    const inForce = { ...defaultParameters, minSources: 9, weakestProof: 'passkey' as const };
    const begun = beginningOf(charterOf(inForce, ['C10']), 'en');
    expect(parametersOfDraft(begun)).toEqual(inForce);
    expect(begun.language).toBe('fr');
    expect(leftOutOf(begun)).toEqual(['C10']);
    expect(parametersOfDraft(beginningOf(undefined, 'en'))).toEqual(defaultParameters);
    expect(beginningOf(undefined, 'tr').language).toBe('en');
  });

  it('[H11] [H19] begins with the template’s value where the version in force has none that may be proposed', () => {
    const begun = beginningOf(charterOf({ ...defaultParameters, ...unratifiedParameters }), 'en');
    expect(begun.signoffHours).toBe(defaultParameters.signoffHours);
    expect(Object.entries(begun).filter(([key, value]) => !fitsDraft(key, value))).toEqual([]);
  });

  it('[P70] has a place for what a charter may set, and for nothing else', () => {
    for (const name of numberNames) {
      const { min, max } = parameterBounds[name];
      const tried = [min, max, min - 1, max + 1, min + 0.5, `${min}`, null, undefined, Number.NaN];
      expect([name, ...tried.map((value) => fitsDraft(name, value))]).toEqual([name, true, true, ...Array(7).fill(false)]);
    }
    const fitting: [string, unknown][] = [
      ['language', 'uk'],
      [ratingKey('outdated'), false],
      [clauseKey('C18'), false],
      [partyKey(partyId), 'none'],
      [joiningKey('a1b2c3d4', 'name'), ''],
      [joiningKey('a1b2c3d4', 'standing'), 'none'],
    ];
    const unfit: [string, unknown][] = [
      ['language', 'tr'],
      [clauseKey('C21'), false],
      [ratingKey('lies'), true],
      [partyKey('north'), 'signing'],
      [`${partyKey(partyId)}:x`, 'signing'],
      [joiningKey('a1b2c3d4', 'name'), 'x'.repeat(121)],
      ['joining:a1b2c3d4:role', 'x'],
      ['joining:A1:name', 'x'],
      ['ratings', ['accurate']],
      ['__proto__', {}],
      ['constructor', 1],
    ];
    expect(fitting.filter(([key, value]) => !fitsDraft(key, value))).toEqual([]);
    expect(unfit.filter(([key, value]) => fitsDraft(key, value))).toEqual([]);
  });

  it('[H17] [H18] names the parties of now as it says, and those that join', () => {
    const joining = {
      [joiningKey('bbbbbbbb', 'standing')]: 'observing',
      [joiningKey('bbbbbbbb', 'name')]: 'West',
      [joiningKey('aaaaaaaa', 'standing')]: 'none',
      [joiningKey('aaaaaaaa', 'name')]: 'Taken out again',
    };
    expect(partiesOfDraft({ ...joining, [partyKey(partyId)]: 'none', [partyKey('gone')]: 'signing' }, present)).toEqual({
      known: [{ id: otherId, standing: 'observing' }],
      joining: [{ key: 'bbbbbbbb', name: 'West', letter: '', standing: 'observing' }],
    });
  });

  it('[H20] leaves what is missing in it missing, for the proposal to name', () => {
    const { minSources: _lost, ...values } = beginningOf(undefined, 'en');
    expect(textOfDraft(values).parameters).toMatchObject({ minSources: undefined, minPrimary: 1 });
    expect(clauseAtFault('parameters.minSources')).toBe('C07');
    expect(clauseAtFault('parameters.ratings.3')).toBe('C06');
    expect(clauseAtFault('parties.joining.0.name')).toBeUndefined();
    expect(clauseAtFault('language')).toBeUndefined();
  });

  it('[H2] does without optional clauses alone, none of which is fixed', () => {
    const charter = charterOf(defaultParameters, [...optionalClauseIds]);
    expect(optionalClauseIds.filter((id) => lists(charter, id))).toEqual([]);
    expect(clauses.filter(({ id, fixed }) => fixed && !lists(charter, id))).toEqual([]);
    const read = CharterParameters.parse(charter.parameters);
    expect(read).toEqual(defaultParameters);
  });
});
