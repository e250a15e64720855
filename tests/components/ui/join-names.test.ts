import { expect, it } from 'vitest';
import { joinNames, listNames } from '@/components/ui/join-names';

const names = ['Northern desk', 'Southern desk'];

it('sets each name apart where the words between run from the right, so that “and” stands by its own', () => {
  expect(joinNames(names, ' و')).toBe('\u2068Northern desk\u2069 و\u2068Southern desk\u2069');
  expect(listNames(names, 'ar-u-nu-latn')).toBe('\u2068Northern desk\u2069 و\u2068Southern desk\u2069');
});

it('leaves names as they are elsewhere, and where there is one', () => {
  expect(joinNames(names, ' and ')).toBe('Northern desk and Southern desk');
  expect(listNames(names, 'en-GB')).toBe('Northern desk and Southern desk');
  expect(joinNames(['Northern desk'], ' و')).toBe('Northern desk');
});
