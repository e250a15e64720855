import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { joinNames } from '@/components/ui/join-names';
import type { RevisionLife } from '@/domain/claim/due-step';
import { forecastOf } from '@/domain/claim/forecast';
import { standingsOf } from '@/domain/claim/outcome';
import type { ClockProps } from './clock-props';
import { lifeOf } from './life-of';

/** What becomes of a revision in signing if nobody says another word. Of one that cools off the clock has said it already. */
export function ForecastLine({ revision, timeZone }: Pick<ClockProps, 'revision' | 'timeZone'>) {
  const t = useTranslations('life.forecast');
  if (revision.state !== 'signing') return null;
  return (
    <div className="forecast">
      <p className="lbl">{t('title')}</p>
      <p>
        <ForecastSentence life={lifeOf(revision)} timeZone={timeZone} />
      </p>
    </div>
  );
}

/** The answer of the domain's own functions, put carefully: it is what the rules give, and nothing is decided by it. */
export function ForecastSentence({ life, timeZone }: { life: RevisionLife; timeZone: string }) {
  const t = useTranslations('life.forecast');
  const forecast = forecastOf(life);
  const { signersPerParty } = life.parameters;
  const { approving, silent } = standingsOf({ ...life, signersPerParty }, 'over');
  const names = (parties: { name: string }[]) =>
    joinNames(
      parties.map(({ name }) => name),
      t('and'),
    );
  if (forecast.ends === 'waits')
    return t('waits', { parties: names(life.parties.filter((party) => !approving.includes(party))) });
  const date = () => <DateText at={forecast.at} timeZone={timeZone} />;
  if (forecast.ends !== 'published') return t.rich(forecast.ends, { date });
  return t.rich(forecast.outcome, { date, count: silent.length, parties: names(silent) });
}
