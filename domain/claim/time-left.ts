export type TimeLeft = { unit: 'days' | 'hours' | 'minutes'; count: number } | 'none';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * How long it is until a moment, in the largest unit that is still exact enough to plan by: days from two of them, hours from two, else minutes. Whole units
 * that are surely left, so that nobody is promised an hour that they do not have; of the last minute, the minute.
 */
export function timeLeft(until: Date, now: Date): TimeLeft {
  const left = until.getTime() - now.getTime();
  if (left <= 0) return 'none';
  if (left >= 2 * dayMs) return { unit: 'days', count: Math.floor(left / dayMs) };
  if (left >= 2 * hourMs) return { unit: 'hours', count: Math.floor(left / hourMs) };
  return { unit: 'minutes', count: Math.max(1, Math.floor(left / minuteMs)) };
}
