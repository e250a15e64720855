import { describe, expect, it } from 'vitest';
import { Charter, findingsUnder, lists } from '@/domain/charter/charter-text';
import { clauseIds, firstClauseIds } from '@/domain/charter/clauses';
import { defaultParameters, FirstParameters } from '@/domain/charter/parameters';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { north, observer, south } from '../build';

const charter: Charter = {
  v: 2,
  type: 'charter',
  workspace: 'peace-talks-desk',
  number: 1,
  language: 'en',
  title: 'Information charter',
  preamble: 'The parties check together.',
  clauses: clauseIds.map((id) => ({ id, title: `Clause ${id}`, text: 'What it asks.' })),
  parameters: defaultParameters,
  parties: [
    { ...north, standing: 'signing' },
    { ...south, standing: 'signing' },
    { ...observer, standing: 'observing' },
  ],
};

const faults: [string, object][] = [
  ['[H2] a clause that the software does not enforce', { clauses: [{ id: 'C99', title: 'Hope', text: 'Be kind.' }] }],
  ['[H2] a clause without words', { clauses: [{ id: 'C07', title: 'Minimum sources', text: '' }] }],
  ['[H2] a field that nobody ratified on purpose', { annex: 'more' }],
  ['another version of the schema', { v: 3 }],
  ['a number below 1', { number: 0 }],
  ['no parties', { parties: [] }],
  ['a party without a known standing', { parties: [{ ...north, standing: 'voting' }] }],
  ['parameters out of bounds', { parameters: { ...defaultParameters, signersPerParty: 0 } }],
];

describe('a charter version', () => {
  it('[H2] lists the clauses that the software enforces', () => {
    expect(Charter.parse(charter)).toEqual(charter);
  });

  it.each(faults)('%s is refused', (_, change) => {
    expect(Charter.safeParse({ ...charter, ...change }).success).toBe(false);
  });

  it.each(Object.keys(defaultParameters))('is another version when %s changes', (name) => {
    const other: Record<string, unknown> = {
      ratings: defaultParameters.ratings.slice(1),
      allowUnknownInterest: true,
      weakestProof: 'passkey',
      maxRounds: 4,
      dissentWords: 60,
    };
    const value = other[name] ?? 3;
    const changed = Charter.parse({ ...charter, parameters: { ...defaultParameters, [name]: value } });
    expect(digestOf(canonicalBytes(changed))).not.toBe(digestOf(canonicalBytes(charter)));
  });

  it('[H11] of the first schema reads what its parties did not ratify as none, and lists no later clause', () => {
    const first = {
      ...charter,
      v: 1,
      clauses: firstClauseIds.map((id) => ({ id, title: `Clause ${id}`, text: 'What it asks.' })),
      parameters: FirstParameters.strip().parse(defaultParameters),
    };
    const read = Charter.parse(first);
    expect(read.parameters).toMatchObject({ ...first.parameters, coolingOffHours: 0, signoffHours: 0, weakestProof: 'password' });
    expect(clauseIds.filter((id) => lists(read, id))).toEqual(firstClauseIds);
    expect(Charter.safeParse({ ...first, parameters: defaultParameters }).success).toBe(false);
    expect(findingsUnder({ clauses: [{ id: 'C07' }] }, [{ clause: 'C07' }, { clause: 'C08' }])).toEqual([{ clause: 'C07' }]);
  });
});
