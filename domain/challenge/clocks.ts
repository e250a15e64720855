/** Where one clock of a challenge stands. "late" was done after its time, "overdue" is not done and its time is over. */
export type Clock = 'running' | 'met' | 'late' | 'overdue' | 'stopped';

const hourMs = 60 * 60 * 1000;

/** When a challenge must be acknowledged and decided (C32), from the charter that the challenged verdict is bound by. Set once, on receipt. */
export function clocksFrom(receivedAt: Date, { ackHours, decideHours }: { ackHours: number; decideHours: number }) {
  return {
    acknowledgeBy: new Date(receivedAt.getTime() + ackHours * hourMs),
    decideBy: new Date(receivedAt.getTime() + decideHours * hourMs),
  };
}

/** A clock is stopped when the challenger took the challenge back before it was due; on the stroke it is still in time (SPEC CH4). */
export function clockAt({
  by,
  doneAt,
  stoppedAt,
  now,
}: {
  by: Date;
  doneAt: Date | null;
  stoppedAt: Date | null;
  now: Date;
}): Clock {
  if (doneAt !== null) return doneAt > by ? 'late' : 'met';
  if (stoppedAt !== null) return stoppedAt > by ? 'overdue' : 'stopped';
  return now > by ? 'overdue' : 'running';
}

export type ClockName = 'acknowledgement' | 'decision';

/** Of an open challenge, the clocks that are over with nothing done. */
export function overdueClocks(
  { acknowledgeBy, acknowledgedAt, decideBy }: { acknowledgeBy: Date; acknowledgedAt: Date | null; decideBy: Date },
  now: Date,
): ClockName[] {
  const clocks = [
    ['acknowledgement', { by: acknowledgeBy, doneAt: acknowledgedAt }],
    ['decision', { by: decideBy, doneAt: null }],
  ] as const;
  return clocks.filter(([, clock]) => clockAt({ ...clock, stoppedAt: null, now }) === 'overdue').map(([name]) => name);
}
