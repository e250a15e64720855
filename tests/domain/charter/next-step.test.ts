import { describe, expect, it } from 'vitest';
import { nextCharterStep } from '@/domain/charter/next-step';

const north = { id: 'n', name: 'Northern desk' };
const south = { id: 's', name: 'Southern desk' };

describe('the next step to a charter', () => {
  it('[H10] is a draft, by a moderator of any signing party that has one', () => {
    expect(
      nextCharterStep({
        signing: [
          { ...north, moderators: 1 },
          { ...south, moderators: 0 },
        ],
        proposed: undefined,
      }),
    ).toEqual({
      kind: 'draft',
      parties: [north],
      unled: [south],
    });
  });

  it('[H10] is the ratification of those who have not ratified the newest proposal', () => {
    const signing = [north, south].map((party) => ({ ...party, moderators: 1 }));
    expect(nextCharterStep({ signing, proposed: { number: 2, unratified: [south] } })).toEqual({
      kind: 'ratify',
      number: 2,
      parties: [south],
      unled: [],
    });
  });
});
