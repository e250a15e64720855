export type CalendarDay = { year: string; month: string; day: string };
export type CalendarMoment = CalendarDay & { time: string };

const dayOnly = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The parts of a calendar day written `YYYY-MM-DD`: it lies in no time zone, so none may move it. */
export function readDay(text: string): CalendarDay | undefined {
  const [, year, month, day] = dayOnly.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return { year, month: String(Number(month)), day: String(Number(day)) };
}

/** The parts of an instant as a clock in `timeZone` shows them, numbers without leading zeros, the time as `09:41`. */
export function readMoment(instant: Date, timeZone: string): CalendarMoment {
  const parts = clockIn(timeZone).formatToParts(instant);
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  const number = (type: Intl.DateTimeFormatPartTypes) => String(Number(value(type)));
  return { year: value('year'), month: number('month'), day: number('day'), time: `${value('hour')}:${value('minute')}` };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The clock of a zone, made once: making one takes longer than a hundred readings of it, and a list reads it in every line. */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(timeZone, clock);
  return clock;
}
