import { expect, it } from 'vitest';
import { eventFor, isReadBy, partyOfAudience } from '@/domain/discussion/audience';

it('[K1] is all parties, or the one of whoever writes', () => {
  expect([partyOfAudience('joint', 'n'), partyOfAudience('party', 'n')]).toEqual([null, 'n']);
  expect(['n', 's', null].map((party) => isReadBy(null, party))).toEqual([true, true, false]);
  expect(['n', 's', null].map((party) => isReadBy('n', party))).toEqual([true, false, false]);
});

it('[T30] gives what a party does among its own people an event of another kind', () => {
  expect([eventFor(null, 'task.added'), eventFor('n', 'task.added')]).toEqual(['task.added', 'task.added-privately']);
});
