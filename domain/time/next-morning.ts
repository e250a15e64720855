/** When a digest goes out, by the clock of its desk. */
const morning = '07:00';
const quarterMs = 15 * 60_000;
const mostQuarters = 2 * 24 * 4;

/** The next time that it is seven in the morning in a time zone, later than `after` (SPEC N4). Every zone's clock shows it at a quarter of an hour of UTC. */
export function nextMorning(after: Date, timeZone: string): Date {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const first = Math.floor(after.getTime() / quarterMs) + 1;
  for (let n = 0; n < mostQuarters; n++) {
    const at = new Date((first + n) * quarterMs);
    if (clock.format(at) === morning) return at;
  }
  // A clock that leaves this hour out on a day shows it on the next.
  return new Date((first + mostQuarters) * quarterMs);
}
