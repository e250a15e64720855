import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPublication } from '@/domain/charter/check-publication';
import type { SignOffFacts } from '@/domain/charter/facts';
import { defaultParameters } from '@/domain/charter/parameters';
import { type AfterSignOff, afterSignOff } from '@/domain/claim/after-sign-off';
import { north, observer, otherBytes, publicationFacts, recordFacts, revision, signOff, south } from '../build';

const parties = [north, south];
const after = (signOffs: SignOffFacts[], signersPerParty = 1) => afterSignOff({ parties, signOffs, revision, signersPerParty });
const bySouth = (change: Partial<SignOffFacts> = {}) => signOff({ partyId: south.id, ...change });
const byObserver = (change: Partial<SignOffFacts> = {}) => signOff({ partyId: observer.id, ...change });

const cases: [string, SignOffFacts[], AfterSignOff][] = [
  ['[L5] nobody has signed', [], 'waiting'],
  ['[L5] one party has approved', [signOff()], 'waiting'],
  ['[L5] every party has approved', [signOff(), bySouth()], 'publish'],
  [
    '[L5] every party has approved and nobody asked the observers',
    [signOff(), bySouth(), byObserver({ decision: 'abstain' })],
    'publish',
  ],
  ['[L5] an observing party approves in place of a signing one', [signOff(), byObserver()], 'waiting'],
  [
    '[L5] an observing party dissents, which is no party’s word',
    [signOff(), bySouth(), byObserver({ decision: 'dissent' })],
    'publish',
  ],
  ['[L3] a party dissents', [signOff({ decision: 'dissent' })], 'return'],
  [
    '[L3] a party dissents after all have approved',
    [signOff(), bySouth(), bySouth({ personId: 'second', decision: 'dissent' })],
    'return',
  ],
  ['[L4] a party abstains', [signOff(), bySouth({ decision: 'abstain' })], 'waiting'],
  [
    '[L4] another moderator of a party that abstained approves',
    [signOff(), bySouth({ decision: 'abstain' }), bySouth({ personId: 'second' })],
    'publish',
  ],
  ['[C23] an approval is of other bytes', [signOff(), bySouth({ sha256: otherBytes })], 'waiting'],
  ['[C23] an approval is under another charter', [signOff(), bySouth({ charterSha256: otherBytes })], 'waiting'],
  ['[C23] a dissent is of other bytes', [signOff(), bySouth({ decision: 'dissent', sha256: otherBytes })], 'waiting'],
  ['[C22] one person approves for both parties', [signOff({ personId: 'nadia' }), bySouth({ personId: 'nadia' })], 'waiting'],
];

describe('after a sign-off', () => {
  it.each(cases)('%s', (_, signOffs, expected) => expect(after(signOffs)).toBe(expected));

  it('[C21] two approvals of each party are needed when the charter asks for two', () => {
    expect(after([signOff(), bySouth()], 2)).toBe('waiting');
    expect(after([signOff(), bySouth(), signOff({ personId: 'third' }), bySouth({ personId: 'fourth' })], 2)).toBe('publish');
  });

  it('[L5] nothing is ready when there is no party to approve', () => {
    expect(afterSignOff({ parties: [], signOffs: [signOff()], revision, signersPerParty: 1 })).toBe('waiting');
  });
});

const digest = (own: string) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(own) }, { weight: 1, arbitrary: fc.constant(otherBytes) });
const anySignOff: fc.Arbitrary<SignOffFacts> = fc.record({
  partyId: fc.constantFrom(north.id, south.id, south.id, north.id, observer.id),
  personId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  decision: fc.constantFrom('approve', 'approve', 'approve-with-statement', 'abstain', 'dissent'),
  sha256: digest(revision.sha256),
  charterSha256: digest(revision.charterSha256),
});
const anyCase = fc.record({ signOffs: fc.array(anySignOff, { maxLength: 10 }), signersPerParty: fc.integer({ min: 1, max: 2 }) });

/** Counted again from the words of C21, C22 and C23, one person at a time. */
function consents(signOffs: SignOffFacts[], partyId: string): number {
  const people = new Map<string, Set<string>>();
  for (const { decision, sha256, charterSha256, personId, partyId: party } of signOffs) {
    const consent =
      (decision === 'approve' || decision === 'approve-with-statement') &&
      sha256 === revision.sha256 &&
      charterSha256 === revision.charterSha256;
    if (consent && party !== observer.id) people.set(personId, (people.get(personId) ?? new Set()).add(party));
  }
  return [...people.values()].filter((spokeFor) => spokeFor.size === 1 && spokeFor.has(partyId)).length;
}

describe('sign-offs in any order and mixture', () => {
  it('[C21] publish only what every signing party has approved, and checkPublication agrees', () => {
    fc.assert(
      fc.property(anyCase, ({ signOffs, signersPerParty }) => {
        const enough = parties.every(({ id }) => consents(signOffs, id) >= signersPerParty);
        const facts = publicationFacts({ signOffs, record: recordFacts() });
        const found = checkPublication(facts, { ...defaultParameters, signersPerParty }).find(({ clause }) => clause === 'C21');
        expect(found?.met).toBe(enough);
        if (after(signOffs, signersPerParty) === 'publish') expect(enough).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('[L5] publish whatever every party has approved and nobody refused', () => {
    fc.assert(
      fc.property(anyCase, ({ signOffs, signersPerParty }) => {
        const calm = signOffs.filter(({ decision }) => decision !== 'dissent');
        const enough = parties.every(({ id }) => consents(calm, id) >= signersPerParty);
        expect(after(calm, signersPerParty)).toBe(enough ? 'publish' : 'waiting');
      }),
    );
  });

  it('[C21] answer the same whatever their order', () => {
    const shuffled = anyCase.chain(({ signOffs, signersPerParty }) =>
      fc.tuple(
        fc.constant(signOffs),
        fc.shuffledSubarray(signOffs, { minLength: signOffs.length }),
        fc.constant(signersPerParty),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([signOffs, others, signersPerParty]) => {
        expect(after(others, signersPerParty)).toBe(after(signOffs, signersPerParty));
      }),
    );
  });

  it('[C23] count for these bytes only: a sign-off of others changes no answer', () => {
    const stray = anySignOff.map((one) => ({ ...one, sha256: otherBytes }));
    fc.assert(
      fc.property(anyCase, fc.array(stray, { maxLength: 4 }), ({ signOffs, signersPerParty }, strays) => {
        expect(after([...strays, ...signOffs], signersPerParty)).toBe(after(signOffs, signersPerParty));
      }),
    );
  });

  it('[L5] do not ask observing parties: what they say changes no answer', () => {
    const observing = anySignOff.map((one) => ({ ...one, partyId: observer.id, personId: `observer-${one.personId}` }));
    fc.assert(
      fc.property(anyCase, fc.array(observing, { maxLength: 4 }), ({ signOffs, signersPerParty }, said) => {
        expect(after([...signOffs, ...said], signersPerParty)).toBe(after(signOffs, signersPerParty));
      }),
    );
  });
});
