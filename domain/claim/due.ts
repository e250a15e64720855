import type { Stage } from './stage';

/** The calendar day of an instant where a workspace keeps its time, as YYYY-MM-DD. */
export function dayIn(instant: Date, timeZone: string): string {
  const parts = calendarIn(timeZone).formatToParts(instant);
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return `${value('year').padStart(4, '0')}-${value('month')}-${value('day')}`;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar of a zone, made once: the beginning of a day is looked for in it two hundred times. */
function calendarIn(timeZone: string): Intl.DateTimeFormat {
  const calendar =
    calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(timeZone, calendar);
  return calendar;
}

/** The day so many days after another one: days lie in no time zone. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The stages in which a due date still asks for something. */
export const stagesWithDue = ['submitted', 'open', 'signing'] as const satisfies readonly Stage[];

/** "Due this week" looks so many days ahead. */
export const daysAhead = 7;

export type DueState = 'overdue' | 'today' | 'soon' | 'later' | 'done';

/** How near a due date is (SPEC D3): over from the day after, and of no matter once the claim is published or closed. */
export function dueStateOf({ dueOn, stage, today }: { dueOn: string; stage: Stage; today: string }): DueState {
  const asking: readonly Stage[] = stagesWithDue;
  if (!asking.includes(stage)) return 'done';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= daysAfter(today, daysAhead) ? 'soon' : 'later';
}

/** The instant at which a day begins where a workspace keeps its time; where clocks skip midnight, the first instant of that day. */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // No zone is farther than a day from UTC: the first quarter of an hour that shows the day is its beginning.
  for (let at = midnight - dayMs; at <= midnight + dayMs; at += quarterMs) {
    if (dayIn(new Date(at), timeZone) >= day) return new Date(at);
  }
  return new Date(midnight);
}

const dayMs = 86_400_000;
const quarterMs = 900_000;
