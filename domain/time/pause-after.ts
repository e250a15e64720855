const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The pauses after the first, second … failed attempt; the last one repeats (SPEC J4, M10). */
export const pausesMs = [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 6 * hourMs] as const;

/** When to try again, after so many attempts before the one that is made now. */
export function nextAttempt(now: Date, attemptsBefore: number): Date {
  return new Date(now.getTime() + (pausesMs[Math.min(attemptsBefore, pausesMs.length - 1)] ?? 0));
}
