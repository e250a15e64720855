import { describe, expect, it } from 'vitest';
import { defaultParameters } from '@/domain/charter/parameters';
import {
  clockFrom,
  clockTo,
  hasMediation,
  heldClock,
  hoursAfter,
  isCoolingOff,
  isEndable,
  isLastRound,
  nextRound,
  noticesOf,
  phaseAt,
} from '@/domain/claim/signing-clock';

const frozenAt = new Date('2026-03-02T12:00:00Z');
const at = (hours: number) => hoursAfter(frozenAt, hours);
const clock = clockFrom(frozenAt, defaultParameters);
const none = { signingEndsAt: null, mediationEndsAt: null };

describe('the clock of a signing', () => {
  it('[C25] [C27] runs as the charter says, from the freeze', () => {
    expect(clock).toEqual({ signingEndsAt: at(168), mediationEndsAt: at(264) });
    expect(clockFrom(frozenAt, { signoffHours: 10, mediationHours: 0 })).toEqual({
      signingEndsAt: at(10),
      mediationEndsAt: at(10),
    });
    expect(clockTo(at(1), 2)).toEqual({ signingEndsAt: at(1), mediationEndsAt: at(3) });
  });

  it('[C27] [L23] has a mediation only where the charter gives it time', () => {
    const given = [clock, clockTo(at(1), 0), none, heldClock(clockTo(at(1), 0), 48)];
    expect(given.map(hasMediation)).toEqual([true, false, false, false]);
  });

  it('[H11] does not run under a charter that sets none', () => {
    expect(clockFrom(frozenAt, { signoffHours: 0, mediationHours: 0 })).toEqual(none);
    expect([phaseAt(none, at(99_999)), noticesOf(frozenAt, none), heldClock(none, 48)]).toEqual(['signing', [], none]);
  });

  it('[C25] is held as a whole', () => {
    expect(heldClock(clock, 48)).toEqual({ signingEndsAt: at(216), mediationEndsAt: at(312) });
  });

  it('[C25] reminds after half and after nine tenths of it, and tells the deadline', () => {
    expect(noticesOf(frozenAt, clock)).toEqual([at(84), at(151.2), at(168)]);
  });

  it.each([
    [0, 'signing'],
    [167.99, 'signing'],
    [168, 'mediation'],
    [263.99, 'mediation'],
    [264, 'over'],
  ] as const)('[C25] [C27] after %i hours is in its phase', (hours, phase) => {
    expect(phaseAt(clock, at(hours))).toBe(phase);
  });
});

describe('the rounds of a claim', () => {
  it('[C27] count each freeze up to the last round, and begin anew after a publication', () => {
    const rounds = { maxRounds: 3 };
    const after = (round: number, wasPublished = false) => nextRound({ round, wasPublished }, rounds);
    expect([nextRound(undefined, rounds), after(1), after(2), after(3), after(3, true)]).toEqual([1, 2, 3, 3, 1]);
    expect([1, 2, 3].map((round) => isLastRound(round, rounds))).toEqual([false, false, true]);
  });

  it('[H11] have no last one under a charter that sets none', () => {
    expect([nextRound({ round: 7, wasPublished: false }, { maxRounds: 0 }), isLastRound(7, { maxRounds: 0 })]).toEqual([
      8,
      false,
    ]);
  });
});

it('[L8] a revision can be ended until it is due for publication or the mediation is over, however late the clock looks', () => {
  const signing = { state: 'signing' as const, releasesAt: null, ...clock };
  expect([167, 200, 263.9].map((hours) => isEndable(signing, at(hours)))).toEqual([true, true, true]);
  expect(isEndable(signing, at(264))).toBe(false);
  expect(isEndable({ ...signing, ...none }, at(9999))).toBe(true);
  const cooling = { ...signing, state: 'cooling-off' as const, releasesAt: at(300) };
  for (const [hours, answer] of [
    [299.9, true],
    [300, false],
  ] as const) {
    expect(isEndable(cooling, at(hours))).toBe(answer);
    expect(isCoolingOff(cooling, at(hours))).toBe(answer);
  }
  for (const state of ['published', 'withdrawn', 'expired', 'superseded'] as const)
    expect(isEndable({ ...signing, state }, at(1))).toBe(false);
});
