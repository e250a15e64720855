import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, SignOffFacts } from '@/domain/charter/facts';
import { isUnspoken, outcomeOf, standingsOf } from '@/domain/claim/outcome';
import { type Outcome, outcomes } from '@/domain/claim/outcomes';
import type { Phase } from '@/domain/claim/signing-clock';
import { north, observer, otherBytes, revision, signOff, south } from '../build';

const east = { id: 'east', name: 'Eastern desk' };
const said = (words: string) =>
  words === ''
    ? []
    : words.split(' ').map((word, n) => {
        const [letter = '', decision = ''] = word.split(':');
        const partyId = { n: north.id, s: south.id, e: east.id, o: observer.id }[letter] ?? '';
        return signOff({ partyId, personId: `${letter}${n}`, decision: decision as Decision });
      });
const outcome = (words: string, phase: Phase, parties = [north, south], signersPerParty = 1) =>
  outcomeOf({ parties, signOffs: said(words), revision, signersPerParty }, phase);

const cases: [string, string, Phase, Outcome | undefined][] = [
  ['[L5] nobody has signed', '', 'signing', undefined],
  ['[L5] one party has approved', 'n:approve', 'signing', undefined],
  ['[L5] every party has approved', 'n:approve s:approve', 'signing', 'joint'],
  ['[L5] nobody asks the observers', 'n:approve s:approve-with-statement o:dissent', 'signing', 'joint'],
  ['[L5] an observing party stands in for nobody', 'n:approve o:approve', 'over', 'no-joint-finding'],
  ['[L4] another moderator of a party that abstained approves', 'n:approve s:abstain s:approve', 'signing', 'joint'],
  ['[C27] a member of an approving party dissents', 'n:approve s:approve s:dissent', 'signing', 'with-dissent'],
  ['[C25] an objection holds while the time for signing runs', 'n:approve s:approve s:object', 'signing', undefined],
  ['[C25] an objection that stands at the deadline is a dissent', 'n:approve s:approve s:object', 'mediation', 'with-dissent'],
  ['[C27] a party dissents, and there is time', 'n:approve s:dissent', 'mediation', undefined],
  ['[C27] a party dissents, and the time is over', 'n:approve s:dissent', 'over', 'split'],
  ['[C27] a party objected, and the time is over', 'n:approve s:object', 'over', 'split'],
  ['[C27] all dissent', 'n:dissent s:dissent', 'over', 'split'],
  ['[C25] silence is no position', 'n:approve', 'over', 'no-joint-finding'],
  ['[C26] abstention and recusal are no position', 'n:approve s:abstain s:recuse', 'over', 'no-joint-finding'],
];

describe('what the positions amount to', () => {
  it.each(cases)('%s', (_, words, phase, expected) => expect(outcome(words, phase)).toBe(expected));

  it('[C27] two of three parties may publish with the dissent of the third, when the time is over', () => {
    const three = [north, south, east];
    expect(outcome('n:approve s:approve e:dissent', 'mediation', three)).toBeUndefined();
    expect(outcome('n:approve s:approve e:dissent', 'over', three)).toBe('with-dissent');
    expect(outcome('n:approve s:dissent e:dissent', 'over', three)).toBe('split');
    expect(outcome('n:approve s:approve', 'over', three)).toBe('no-joint-finding');
  });

  it('[C21] a party approves with as many as signersPerParty asks for', () => {
    expect(outcome('n:approve s:approve', 'signing', [north, south], 2)).toBeUndefined();
    expect(outcome('n:approve n:approve s:approve s:approve', 'signing', [north, south], 2)).toBe('joint');
  });

  it('[C23] what is said of other bytes counts neither for nor against', () => {
    const stray = [signOff({ partyId: south.id, decision: 'dissent', sha256: otherBytes })];
    const positions = {
      parties: [north, south],
      signOffs: [...said('n:approve s:approve'), ...stray],
      revision,
      signersPerParty: 1,
    };
    expect([outcomeOf(positions, 'signing'), isUnspoken({ ...positions, signOffs: stray })]).toEqual(['joint', true]);
  });

  it('[L5] of no parties amount to nothing', () => {
    expect(outcomeOf({ parties: [], signOffs: [], revision, signersPerParty: 1 }, 'over')).toBeUndefined();
  });
});

const anySignOff: fc.Arbitrary<SignOffFacts> = fc
  .record({
    partyId: fc.constantFrom(north.id, south.id, east.id, observer.id),
    person: fc.constantFrom('a', 'b', 'c'),
    decision: fc.constantFrom<Decision>('approve', 'approve', 'approve-with-statement', 'dissent', 'object', 'abstain', 'recuse'),
    bytes: fc.constantFrom(revision.sha256, revision.sha256, revision.sha256, otherBytes),
  })
  .map(({ partyId, person, decision, bytes }) => signOff({ partyId, personId: `${partyId} ${person}`, decision, sha256: bytes }));
const anyCase = fc.record({
  signOffs: fc.uniqueArray(anySignOff, { maxLength: 9, selector: ({ personId }) => personId }),
  phase: fc.constantFrom<Phase>('signing', 'mediation', 'over'),
});
const parties = [north, south, east];

describe('positions in any mixture', () => {
  it('[C27] never list a silent party as approving, and end in an outcome whenever the time is over', () => {
    fc.assert(
      fc.property(anyCase, ({ signOffs, phase }) => {
        const positions = { parties, signOffs, revision, signersPerParty: 1 };
        const found = outcomeOf(positions, phase);
        const { approving, dissenting } = standingsOf(positions, phase);
        for (const { id } of approving)
          expect(
            signOffs.some((one) => one.partyId === id && one.decision.startsWith('approve') && one.sha256 === revision.sha256),
          ).toBe(true);
        if (phase === 'over') expect(outcomes).toContain(found);
        if (found === 'joint') expect([approving.length, dissenting.length]).toEqual([3, 0]);
        if (found === 'with-dissent') expect(approving.length).toBeGreaterThanOrEqual(2);
        if (found === 'split' || found === 'no-joint-finding') expect(phase).toBe('over');
      }),
      { numRuns: 500 },
    );
  });

  it('[C21] amount to the same whatever their order', () => {
    fc.assert(
      fc.property(anyCase, ({ signOffs, phase }) => {
        const asked = (some: SignOffFacts[]) => outcomeOf({ parties, signOffs: some, revision, signersPerParty: 1 }, phase);
        expect(asked(signOffs.toReversed())).toBe(asked(signOffs));
      }),
    );
  });
});
