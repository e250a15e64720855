import { expect, it } from 'vitest';
import { borrowedNames } from '@/commands/membership/borrowed-names';

const north = { name: 'Northern desk', letter: 'N' };
const south = { name: 'Southern desk', letter: 'S' };

it('[A8] names each field that borrows, with the party it borrows from', () => {
  const given = [
    { field: 'steward.name', name: 'Southern desk', own: undefined },
    { field: 'parties.0.moderator.name', name: 'Moderator, Northern desk', own: north },
    { field: 'parties.1.moderator.name', name: 'Moderator N', own: south },
  ];
  expect(borrowedNames(given, [north, south])).toEqual([
    { field: 'steward.name', code: 'name-of-party', party: 'Southern desk' },
    { field: 'parties.1.moderator.name', code: 'name-of-party', party: 'Northern desk' },
  ]);
});
