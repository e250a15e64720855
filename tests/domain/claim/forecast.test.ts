import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisions } from '@/domain/charter/facts';
import { defaultParameters } from '@/domain/charter/parameters';
import { dueStep, type RevisionLife } from '@/domain/claim/due-step';
import { type Forecast, forecastOf, saying, takingBack } from '@/domain/claim/forecast';
import { clockFrom, hoursAfter } from '@/domain/claim/signing-clock';
import { north, revision, signOff, south } from '../build';

const frozenAt = new Date('2026-03-02T12:00:00Z');
const at = (hours: number) => hoursAfter(frozenAt, hours);
const approval = signOff();
const other = signOff({ partyId: south.id, personId: 'sami' });

function life(change: Partial<RevisionLife> = {}): RevisionLife {
  return {
    state: 'signing',
    round: 1,
    clock: clockFrom(frozenAt, defaultParameters),
    releasesAt: null,
    outcome: null,
    changedAt: at(1),
    parties: [north, south],
    signOffs: [],
    revision,
    parameters: defaultParameters,
    ...change,
  };
}

/** What the clock does when it looks every hour, and nobody says a word. */
function played(start: RevisionLife): Forecast {
  let current = start;
  for (let hour = 0; hour < 600; hour += 1) {
    for (let step = dueStep(current, at(hour)); step !== undefined; step = dueStep(current, at(hour))) {
      if (step.move === 'publish') return { ends: 'published', outcome: step.outcome, at: step.at };
      if (step.move === 'return') return { ends: 'returned', at: step.at };
      if (step.move === 'expire') return { ends: 'expired', at: step.at };
      current =
        step.move === 'mediate'
          ? { ...current, clock: step.clock }
          : { ...current, state: 'cooling-off', outcome: step.outcome, releasesAt: step.releasesAt };
    }
  }
  return { ends: 'waits' };
}

describe('what becomes of a revision if nobody says another word', () => {
  it('[L22] is its publication after the cooling-off, as what its positions are', () => {
    expect(forecastOf(life({ signOffs: [approval, other] }))).toEqual({ ends: 'published', outcome: 'joint', at: at(25) });
    expect(forecastOf(life({ signOffs: [approval] }))).toEqual({ ends: 'published', outcome: 'no-joint-finding', at: at(288) });
    const dissent = { ...other, decision: 'dissent' as const };
    expect(forecastOf(life({ round: 3, signOffs: [approval, dissent] }))).toEqual({
      ends: 'published',
      outcome: 'split',
      at: at(121),
    });
    expect(forecastOf(life({ signOffs: [dissent] }))).toEqual({ ends: 'returned', at: at(1) });
  });

  it('[L22] is its expiry when nobody spoke, and nothing where no clock runs', () => {
    expect(forecastOf(life())).toEqual({ ends: 'expired', at: at(264) });
    expect(forecastOf(life({ clock: { signingEndsAt: null, mediationEndsAt: null } }))).toEqual({ ends: 'waits' });
  });

  it('[L22] [C25] counts an objection that stands as the dissent that it becomes', () => {
    const objecting = life({ signOffs: [approval, { ...other, decision: 'object' }] });
    expect(forecastOf(objecting)).toMatchObject({ ends: 'published', outcome: 'split' });
  });

  it('[L22] is what the clock does, whatever was said', () => {
    const said = fc.array(
      fc.record({
        party: fc.constantFrom(north, south),
        person: fc.constantFrom('a', 'b'),
        decision: fc.constantFrom(...decisions),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(said, fc.constantFrom(1, 2, 3), (positions, round) => {
        const signOffs = positions.map(({ party, person, decision }) =>
          signOff({ partyId: party.id, personId: `${party.id} ${person}`, decision }),
        );
        const start = life({ round, signOffs });
        expect(forecastOf(start)).toEqual(played(start));
      }),
    );
  });

  it('[L19] takes a signature back out of the cooling-off, and another one in', () => {
    const cooling = life({ state: 'cooling-off', outcome: 'joint', releasesAt: at(25), signOffs: [approval, other] });
    const reopened = takingBack(cooling, other, at(20));
    expect(reopened).toMatchObject({
      state: 'signing',
      outcome: null,
      releasesAt: null,
      signOffs: [approval],
      changedAt: at(20),
    });
    expect(forecastOf(reopened)).toMatchObject({ outcome: 'no-joint-finding' });
    expect(forecastOf(saying(reopened, other, at(21)))).toEqual({ ends: 'published', outcome: 'joint', at: at(45) });
  });

  it('[C29] goes on cooling off where what is taken back counted for nothing, and not where it was a party’s only word', () => {
    const aside = signOff({ personId: 'sami', decision: 'abstain' });
    const third = signOff({ personId: 'omar' });
    const cooling = life({
      state: 'cooling-off',
      outcome: 'joint',
      releasesAt: at(25),
      signOffs: [approval, other, aside, third],
    });
    for (const one of [aside, third])
      expect(takingBack(cooling, one, at(20))).toMatchObject({ state: 'cooling-off', outcome: 'joint', releasesAt: at(25) });
    expect(takingBack(cooling, other, at(20)).state).toBe('signing');
    // The dissent within a party makes another verdict of it.
    const dissenting = { ...cooling, outcome: 'with-dissent' as const, round: 3 };
    const dissent = signOff({ personId: 'sami', decision: 'dissent' });
    expect(takingBack({ ...dissenting, signOffs: [approval, other, dissent] }, dissent, at(20)).state).toBe('signing');
  });
});
