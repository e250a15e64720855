import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '@/domain/charter/facts';
import { defaultParameters } from '@/domain/charter/parameters';
import { dueStep, type RevisionLife } from '@/domain/claim/due-step';
import { clockFrom, hoursAfter } from '@/domain/claim/signing-clock';
import { moveRevision } from '@/domain/claim/transitions';
import { north, revision, signOff, south } from '../build';

const frozenAt = new Date('2026-03-02T12:00:00Z');
const at = (hours: number) => hoursAfter(frozenAt, hours);
const approvals = [signOff(), signOff({ partyId: south.id })];
const dissent = signOff({ partyId: south.id, decision: 'dissent' });

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

describe('what is due of a revision', () => {
  it('[L18] is nothing while a party is waited for', () => {
    expect(dueStep(life({ signOffs: [signOff()] }), at(167))).toBeUndefined();
  });

  it('[C29] is the cooling-off as soon as it is joint, or the publication where the charter sets none', () => {
    expect(dueStep(life({ signOffs: approvals }), at(1))).toEqual({
      move: 'cool',
      at: at(1),
      outcome: 'joint',
      releasesAt: at(25),
    });
    const parameters = { ...defaultParameters, coolingOffHours: 0 };
    expect(dueStep(life({ signOffs: approvals, parameters }), at(1))).toEqual({ move: 'publish', at: at(1), outcome: 'joint' });
  });

  it('[L3] is the return after a dissent before the last round, and not in it', () => {
    expect(dueStep(life({ signOffs: [dissent] }), at(1))).toEqual({ move: 'return', at: at(1) });
    expect(dueStep(life({ signOffs: [dissent], round: 3 }), at(1))).toBeUndefined();
  });

  it('[C27] is the mediation once each party has spoken in the last round', () => {
    expect(dueStep(life({ signOffs: [signOff(), dissent], round: 3 }), at(1))).toEqual({
      move: 'mediate',
      at: at(1),
      clock: { signingEndsAt: at(1), mediationEndsAt: at(97) },
    });
  });

  it('[C27] is the outcome at the end of the mediation, from that moment, however late it is asked', () => {
    const expected = { move: 'cool', at: at(264), outcome: 'no-joint-finding', releasesAt: at(288) };
    expect(dueStep(life({ signOffs: [signOff()] }), at(263.9))).toBeUndefined();
    for (const late of [264, 300, 5000]) expect(dueStep(life({ signOffs: [signOff()] }), at(late))).toEqual(expected);
  });

  it('[C27] is the expiry of what nobody spoke of', () => {
    expect(dueStep(life(), at(264))).toEqual({ move: 'expire', at: at(264) });
    expect(dueStep(life({ signOffs: [signOff({ decision: 'recuse' })] }), at(264))).toMatchObject({ move: 'expire' });
  });

  it('[C29] [C31] is the publication when the cooling-off ends, holds included', () => {
    const cooling = life({ state: 'cooling-off', outcome: 'split', releasesAt: at(100), signOffs: [signOff(), dissent] });
    expect(dueStep(cooling, at(99.9))).toBeUndefined();
    expect(dueStep(cooling, at(500))).toEqual({ move: 'publish', at: at(100), outcome: 'split' });
  });

  it.each(['published', 'superseded', 'retracted', 'withdrawn', 'expired'] as const)(
    '[L18] is nothing of one that is %s',
    (state) => {
      expect(dueStep(life({ state, signOffs: approvals }), at(9999))).toBeUndefined();
    },
  );
});

/** Takes every step that is due at each of these moments. */
function walk(start: RevisionLife, moments: number[]): RevisionLife {
  let now = start;
  for (const hours of moments.toSorted((a, b) => a - b))
    for (let step = dueStep(now, at(hours)); step !== undefined; step = dueStep(now, at(hours))) {
      const { move, at: _, ...beside } = step;
      const moved = move === 'mediate' ? now.state : moveRevision(now.state, move);
      if (typeof moved !== 'string' && !moved.ok) throw new Error(`${now.state} does not ${move}`);
      now = { ...now, ...beside, state: typeof moved === 'string' ? moved : moved.value };
    }
  return now;
}

const decision = fc.constantFrom<Decision | undefined>('approve', 'dissent', 'object', 'abstain', 'recuse', undefined);
const anyLife = fc
  .tuple(decision, decision, fc.constantFrom(1, 3), fc.integer({ min: 0, max: 160 }))
  .map(([one, other, round, changed]) =>
    life({
      round,
      changedAt: at(changed),
      signOffs: [
        ...(one === undefined ? [] : [signOff({ decision: one })]),
        ...(other === undefined ? [] : [signOff({ partyId: south.id, decision: other })]),
      ],
    }),
  );

it('[L18] is the same for a server that slept and for one that looked every hour', () => {
  fc.assert(
    fc.property(anyLife, fc.array(fc.integer({ min: 160, max: 400 }), { maxLength: 30 }), (start, looks) => {
      expect(walk(start, [...looks, 400])).toEqual(walk(start, [400]));
      expect(walk(walk(start, [400]), [400])).toEqual(walk(start, [400]));
    }),
    { numRuns: 300 },
  );
});
