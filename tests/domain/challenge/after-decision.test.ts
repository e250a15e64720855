import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterDecision, type PartyDecision } from '@/domain/challenge/after-decision';

const parties = ['north', 'south', 'east'].map((id) => ({ id }));
const said = (partyId: string, decision: 'accept' | 'decline', publishesWords = false): PartyDecision => ({
  ...{ partyId, decision, publishesWords },
});

describe('what the words of the parties come to', () => {
  it('[CH2] is an acceptance with the first party that accepts', () => {
    expect(afterDecision(parties, [said('south', 'accept', true)])).toEqual({ move: 'accept', publishesWords: true });
    expect(afterDecision(parties, [said('north', 'decline', true), said('south', 'accept')])).toEqual({
      ...{ move: 'accept', publishesWords: false },
    });
  });

  it('[CH2] is a refusal when every signing party has declined, and nothing before that', () => {
    const two = [said('north', 'decline'), said('south', 'decline')];
    expect(afterDecision(parties, [])).toBeUndefined();
    expect(afterDecision(parties, two)).toBeUndefined();
    expect(afterDecision(parties, [...two, said('east', 'decline')])?.move).toBe('decline');
    expect(afterDecision([], two)).toBeUndefined();
  });

  it('[CH2] [CH3] never lets one side alone bury a challenge or publish a refused one’s words', () => {
    const decision = fc.record({
      partyId: fc.constantFrom('north', 'south', 'east'),
      decision: fc.constantFrom('accept' as const, 'decline' as const),
      publishesWords: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(decision, { selector: ({ partyId }) => partyId }), (decisions) => {
        const end = afterDecision(parties, decisions);
        const refusals = decisions.filter((one) => one.decision === 'decline');
        expect(end?.move === 'decline').toBe(refusals.length === parties.length);
        expect(end?.move === 'accept').toBe(refusals.length < decisions.length);
        if (end?.move === 'decline') expect(end.publishesWords).toBe(refusals.every(({ publishesWords }) => publishesWords));
      }),
    );
  });
});
