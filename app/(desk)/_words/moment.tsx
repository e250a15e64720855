import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { timeLeft } from '@/domain/claim/time-left';

/** A moment that is to come: its date, and how far it is from the moment at which the page was made. */
export function Moment({ at, now, timeZone }: { at: Date; now: Date; timeZone: string }) {
  const t = useTranslations('life');
  const left = timeLeft(at, now);
  return t.rich('moment', {
    date: () => <DateText at={at} timeZone={timeZone} />,
    left: () => <span className="left">{left === 'none' ? t('left.none') : t(`left.${left.unit}`, { count: left.count })}</span>,
  });
}
