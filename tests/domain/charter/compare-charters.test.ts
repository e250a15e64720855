import { expect, it } from 'vitest';
import { compareCharters, isSameCharter } from '@/domain/charter/compare-charters';
import { defaultParameters } from '@/domain/charter/parameters';
import { type CharterInput, charterTemplate } from '@/domain/charter/template';
import { north, observer, south } from '../build';

const parties: CharterInput['parties'] = [
  { ...north, standing: 'signing' },
  { ...south, standing: 'signing' },
  { ...observer, standing: 'observing' },
];
const version = (changes: Partial<CharterInput> = {}) =>
  charterTemplate({ workspace: { id: 'desk', name: 'Desk' }, number: 1, parties, language: 'en', ...changes });

it('[H16] tells a version from another by all that differs, and by nothing else', () => {
  const same = compareCharters(version(), version({ number: 2 }));
  expect(same).toEqual({ language: undefined, parameters: [], parties: [], clauses: [], preamble: undefined });
  expect(isSameCharter(version(), version({ number: 2 }))).toBe(true);
  const turned = version({ number: 2, parameters: { ...defaultParameters, minSources: 3, allowUnknownInterest: true } });
  expect(compareCharters(version(), turned)).toMatchObject({
    parameters: [
      { name: 'minSources', before: 2, after: 3 },
      { name: 'allowUnknownInterest', before: false, after: true },
    ],
    clauses: [{ id: 'C07' }, { id: 'C11' }],
  });
  expect(isSameCharter(version(), turned)).toBe(false);
});

it('[H16] tells who joins, who is a party no more, and whose standing changes', () => {
  const next: CharterInput['parties'] = [
    { ...north, standing: 'signing' },
    { ...observer, standing: 'signing' },
    { id: 'east', name: 'Eastern desk', standing: 'observing' },
  ];
  const { parties: changed, preamble } = compareCharters(version(), version({ parties: next }));
  expect(changed).toEqual([
    { id: south.id, name: south.name, before: 'signing', after: undefined },
    { id: observer.id, name: observer.name, before: 'observing', after: 'signing' },
    { id: 'east', name: 'Eastern desk', before: undefined, after: 'observing' },
  ]);
  expect(preamble?.after).toContain('Eastern desk');
});

it('[H16] tells a clause that one version lists alone, and another language', () => {
  const all = version();
  const fewer = { ...all, clauses: all.clauses.filter(({ id }) => id !== 'C38') };
  expect(compareCharters(fewer as typeof all, all).clauses).toMatchObject([{ id: 'C38', before: undefined }]);
  expect(compareCharters(all, fewer as typeof all).clauses).toMatchObject([{ id: 'C38', after: undefined }]);
  expect(compareCharters(all, version({ language: 'fr' })).language).toEqual({ before: 'en', after: 'fr' });
});
