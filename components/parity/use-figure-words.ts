import { useTranslations } from 'next-intl';
import { outcomes } from '@/domain/claim/outcomes';
import { positionKinds } from '@/domain/claim/parity';
import type { FigureRow } from './figure-rows';

const hourMs = 3_600_000;

/** What a figure is called, and how its value is said. */
export function useFigureWords() {
  const t = useTranslations('parity');
  const outcome = useTranslations('outcome');
  const time = (ms: number | undefined) => {
    if (ms === undefined) return t('noAnswer');
    if (ms < hourMs) return t('underHour');
    const hours = Math.round(ms / hourMs);
    return hours < 48 ? t('hours', { hours }) : t('days', { days: Math.round(hours / 24) });
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
