import { useTranslations } from 'next-intl';
import { outcomes } from '@/domain/claim/outcomes';
import { positionKinds } from '@/domain/claim/parity';
import type { FigureRow } from './figure-rows';

const hourMs = 3_600_000;

/** A time as it is printed: a bar is as long as its words say, so that two of one label are of one length. Below an hour all are half of one. */
export function printedMs(ms: number | undefined): number {
  if (ms === undefined) return 0;
  if (ms < hourMs) return hourMs / 2;
  const hours = Math.round(ms / hourMs);
  return hourMs * (hours < 48 ? hours : 24 * Math.round(hours / 24));
}

/** What a figure is called, and how its value is said. */
export function useFigureWords() {
  const t = useTranslations('parity');
  const outcome = useTranslations('outcome');
  const time = (ms: number | undefined) => {
    if (ms === undefined) return t('noAnswer');
    if (ms < hourMs) return t('underHour');
    const hours = printedMs(ms) / hourMs;
    return hours < 48 ? t('hours', { hours }) : t('days', { days: hours / 24 });
  };
  return {
    time,
    label(key: string) {
      const [kind, found] = [positionKinds.find((one) => one === key), outcomes.find((one) => one === key)];
      if (kind !== undefined) return t(`position.${kind}`);
      return found === undefined ? t(key) : outcome(found);
    },
    value: (row: FigureRow, value: number | undefined) => (row.unit === 'time' ? time(value) : String(value ?? 0)),
  };
}
