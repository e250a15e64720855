import { describe, expect, it } from 'vitest';
import { clockAt, clocksFrom, overdueClocks } from '@/domain/challenge/clocks';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour));

describe('the clocks of a challenge', () => {
  it('[C32] [CH4] are set from the charter’s parameters on receipt', () => {
    expect(clocksFrom(at(0), { ackHours: 48, decideHours: 168 })).toEqual({ acknowledgeBy: at(48), decideBy: at(168) });
    expect(clocksFrom(at(0), { ackHours: 1, decideHours: 2 })).toEqual({ acknowledgeBy: at(1), decideBy: at(2) });
  });

  it.each([
    [{ doneAt: null, stoppedAt: null, now: at(9) }, 'running'],
    [{ doneAt: null, stoppedAt: null, now: at(10) }, 'running'],
    [{ doneAt: null, stoppedAt: null, now: new Date(at(10).getTime() + 1) }, 'overdue'],
    [{ doneAt: at(10), stoppedAt: null, now: at(99) }, 'met'],
    [{ doneAt: at(11), stoppedAt: null, now: at(99) }, 'late'],
    [{ doneAt: null, stoppedAt: at(9), now: at(99) }, 'stopped'],
    [{ doneAt: null, stoppedAt: at(11), now: at(99) }, 'overdue'],
    [{ doneAt: at(9), stoppedAt: at(9), now: at(99) }, 'met'],
  ] as const)('[CH4] stand so: %j is %s', (facts, clock) => {
    expect(clockAt({ by: at(10), ...facts })).toBe(clock);
  });

  it('[CH4] that are over with nothing done are named, each by itself', () => {
    const times = { acknowledgeBy: at(2), acknowledgedAt: null, decideBy: at(4) };
    expect(overdueClocks(times, at(2))).toEqual([]);
    expect(overdueClocks(times, at(3))).toEqual(['acknowledgement']);
    expect(overdueClocks(times, at(5))).toEqual(['acknowledgement', 'decision']);
    expect(overdueClocks({ ...times, acknowledgedAt: at(1) }, at(5))).toEqual(['decision']);
  });
});
