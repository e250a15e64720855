import { expect, it } from 'vitest';
import { askedOf, nextMoment } from '@/domain/claim/asked-of';

const hour = (hours: number) => new Date(Date.UTC(2026, 2, 2, hours));
const clock = { signingEndsAt: hour(10), mediationEndsAt: hour(20), releasesAt: null };

it('[D10] asks for a signature only of who can give it, and while it can be given', () => {
  const asked = { isCoolingOff: false, waitsForParty: true, waitsForPerson: true, mayAttest: false };
  expect(askedOf(asked)).toBe('sign');
  expect(askedOf({ ...asked, waitsForPerson: false })).toBe('party');
  expect(askedOf({ ...asked, waitsForPerson: false, waitsForParty: false })).toBe('others');
  expect(askedOf({ ...asked, isCoolingOff: true })).toBe('cooling-off');
  const observing = { ...asked, waitsForPerson: false, waitsForParty: false, mayAttest: true };
  expect([askedOf(observing), askedOf({ ...observing, isCoolingOff: true })]).toEqual(['attest', 'attest']);
});

it('[D10] runs to the deadline, then to the end of the mediation, and once it cools off to its release alone', () => {
  expect(nextMoment(clock, hour(9))).toEqual({ kind: 'deadline', at: hour(10) });
  expect(nextMoment(clock, hour(10))).toEqual({ kind: 'mediation', at: hour(20) });
  expect(nextMoment(clock, hour(20))).toBeUndefined();
  const cooling = { ...clock, releasesAt: hour(5) };
  expect(nextMoment(cooling, hour(4))).toEqual({ kind: 'release', at: hour(5) });
  expect(nextMoment(cooling, hour(6))).toBeUndefined();
  expect(nextMoment({ signingEndsAt: null, mediationEndsAt: null, releasesAt: null }, hour(1))).toBeUndefined();
});
