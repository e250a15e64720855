import { expect, it } from 'vitest';
import { type Asking, askedOfChallenge } from '@/domain/challenge/asked-of';
import { member, north, south } from '../build';

const challenge = (change: Partial<Asking> = {}): Asking => ({
  ...{ state: 'received', parties: [north.id, south.id], decisions: [] },
  ...change,
});
const observing = member({ party: { ...north, letter: 'N', position: 1, standing: 'observing' } });

it('[CH2] [D10] a challenge asks editors to acknowledge it, then each moderator of a party that has not decided', () => {
  const asked = (change: Partial<Asking>, of = member()) => askedOfChallenge(challenge(change), of);
  expect(asked({})).toBe('acknowledge');
  expect(asked({}, member({ role: 'checker' }))).toBe('acknowledge');
  expect(asked({ state: 'acknowledged' })).toBe('decide');
  expect(asked({ state: 'acknowledged' }, member({ role: 'checker' }))).toBeUndefined();
  expect(asked({ state: 'acknowledged', decisions: [{ partyId: south.id }] })).toBe('decide');
  expect(asked({ state: 'acknowledged', decisions: [{ partyId: north.id }] })).toBeUndefined();
  expect(asked({ state: 'acknowledged', parties: [south.id] })).toBeUndefined();
  expect(asked({ state: 'declined' })).toBeUndefined();
  expect([asked({}, observing), asked({ state: 'acknowledged' }, observing)]).toEqual([undefined, undefined]);
});
