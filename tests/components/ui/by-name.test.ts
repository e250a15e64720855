import { expect, it } from 'vitest';
import { byName } from '@/components/ui/by-name';

const sorted = (locale: string, names: string[]) =>
  names
    .map((name) => ({ name }))
    .toSorted(byName(locale))
    .map(({ name }) => name);

it.each([
  [
    'en',
    ['observer', 'Moderator 10', 'Ana', 'Moderator 2', 'Émile'],
    ['Ana', 'Émile', 'Moderator 2', 'Moderator 10', 'observer'],
  ],
  ['fr', ['Zoé', 'étude', 'Essai', 'cote', 'côté'], ['cote', 'côté', 'Essai', 'étude', 'Zoé']],
  [
    'uk',
    ['Зоя', 'Ґанок', 'Ірина', 'Газета', 'Євген', 'Їжак', 'News'],
    ['Газета', 'Ґанок', 'Євген', 'Зоя', 'Ірина', 'Їжак', 'News'],
  ],
  ['ar', ['يوم', 'News', 'أحمد', 'بيت'], ['أحمد', 'بيت', 'يوم', 'News']],
])('names stand in the order of the alphabet of %s', (locale, names, order) => {
  expect(sorted(locale, names)).toEqual(order);
  expect(sorted(locale, names.toReversed())).toEqual(order);
});
