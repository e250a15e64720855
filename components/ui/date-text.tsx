import { useTranslations } from 'next-intl';
import { readDay, readMoment } from './calendar';

/**
 * A date in full words, `14 March 2026, 09:41 UTC`, the zone always printed. The words come from messages rather than from
 * Intl: browsers and Node carry different month names for Arabic, and the two must agree.
 */
export function DateText({
  at,
  show = 'minute',
  timeZone = 'UTC',
}: {
  at: string | Date;
  show?: 'day' | 'minute';
  timeZone?: string;
}) {
  const t = useTranslations('common');
  const calendarDay = typeof at === 'string' ? readDay(at) : undefined;
  if (calendarDay !== undefined && typeof at === 'string') return <time dateTime={at}>{t('day', calendarDay)}</time>;

  const instant = new Date(at);
  const moment = readMoment(instant, timeZone);
  const day = t('day', moment);
  const zone = timeZone === 'UTC' ? t('utc') : timeZone;
  return <time dateTime={instant.toISOString()}>{show === 'day' ? day : t('moment', { day, time: moment.time, zone })}</time>;
}
