import { describe, expect, it } from 'vitest';
import { isReplaceable, noticeEnd, partiesMissingOf, partiesToRatify } from '@/domain/charter/amendment';
import { north, observer, south } from '../build';

const listed = (...signing: { id: string; name: string }[]) => ({
  parties: [
    ...signing.map((party) => ({ ...party, standing: 'signing' as const })),
    { ...observer, standing: 'observing' as const },
  ],
});
const east = { id: 'east', name: 'Eastern desk' };

describe('who is asked for an amendment', () => {
  it('[H12] is every signing party of the version in force and of the next one, each once', () => {
    const asked = (next: ReturnType<typeof listed>, inForce = listed(north, south), left: string[] = []) =>
      partiesToRatify(next, { inForce, left }).map(({ id }) => id);
    expect(asked(listed(north, south))).toEqual([north.id, south.id]);
    expect(asked(listed(south, east))).toEqual([north.id, south.id, east.id]);
    expect(asked(listed(north, east), listed(north, south), [south.id])).toEqual([north.id, east.id]);
    expect(partiesToRatify(listed(north, south), { inForce: undefined, left: [] })).toEqual([north, south]);
  });

  it('[H12] counts ratifications of this digest alone', () => {
    const ratifications = [
      { partyId: north.id, sha256: 'this' },
      { partyId: south.id, sha256: 'another' },
    ];
    expect(partiesMissingOf([north, south], { sha256: 'this', ratifications })).toEqual([south]);
  });
});

it('[H13] ends a notice by the day, and at once where none is asked for', () => {
  const at = new Date('2026-03-02T12:00:00.000Z');
  expect(noticeEnd(at, 7).toISOString()).toBe('2026-03-09T12:00:00.000Z');
  expect(noticeEnd(at, 0)).toEqual(at);
});

it('[H14] lets a proposal be replaced until another party than its proposer has ratified it', () => {
  expect(isReplaceable({ proposedByParty: north.id, ratifiedBy: [] })).toBe(true);
  expect(isReplaceable({ proposedByParty: north.id, ratifiedBy: [north.id] })).toBe(true);
  expect(isReplaceable({ proposedByParty: north.id, ratifiedBy: [north.id, south.id] })).toBe(false);
  expect(isReplaceable({ proposedByParty: null, ratifiedBy: [south.id] })).toBe(false);
});
