import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText } from '@/components/ui/date-text';
import { isReplaceable } from '@/domain/claim/replaceable';
import { clockOf, type RevisionClock, stagesOf } from '@/domain/claim/revision-stages';
import { noticesOf } from '@/domain/claim/signing-clock';
import { Moment } from '../../../../../../_words/moment';
import { ClockHolds } from './clock-holds';
import type { ClockProps } from './clock-props';
import { ForecastLine } from './forecast-line';
import { Stages } from './stages';

/** Where a revision stands and until when, who holds it there, what comes next and what becomes of it: all of it text, made when the page was (SPEC L23). */
export function Clock(props: ClockProps) {
  const t = useTranslations('life');
  const { revision, now, timeZone } = props;
  const { round, charter } = revision;
  const { maxRounds, coolingOffHours } = charter.charter.parameters;
  return (
    <section className="clock" aria-labelledby="clock">
      <h2 id="clock">
        {t('title')} <span>{t('round', { round, max: maxRounds })}</span>
      </h2>
      <Now {...props} />
      <ClockHolds {...props} />
      <Stages stages={stagesOf(revision, { coolingOffHours }, now)} coolingOffHours={coolingOffHours} timeZone={timeZone} />
      <ForecastLine {...props} />
    </section>
  );
}

/** On a narrow page the clock stands below the bytes: this says where it stands, and leads there. */
export function ToClock(props: Omit<ClockProps, 'nameOf'>) {
  if (clockOf(props.revision, props.now) === undefined) return null;
  return (
    <p className="to-clock">
      <a href="#signing">
        <Until {...props} />
      </a>
    </p>
  );
}

function Until({ revision, now, timeZone }: Omit<ClockProps, 'nameOf'>): ReactNode {
  const t = useTranslations('life.until');
  const clock = clockOf(revision, now);
  if (clock === undefined) return null;
  const { until } = clock;
  return t.rich(clockKey(clock), {
    date: () => (until === null ? null : <Moment at={until} now={now} timeZone={timeZone} />),
  });
}

function clockKey({ is, until }: RevisionClock): RevisionClock['is'] | 'endless' {
  return is === 'signing' && until === null ? 'endless' : is;
}

function Now({ revision, now, timeZone }: ClockProps) {
  const t = useTranslations('life');
  const outcomes = useTranslations('outcome');
  const clock = clockOf(revision, now);
  if (clock === undefined) return null;
  const { is } = clock;
  const key = clockKey(clock);
  return (
    <>
      <p className="until">
        <Until revision={revision} now={now} timeZone={timeZone} />
      </p>
      <p className="muted">{t(`about.${key}`, { outcome: revision.outcome === null ? '' : outcomes(revision.outcome) })}</p>
      {is === 'mediation' && isReplaceable(revision, revision.charter.charter.parameters, now) && (
        <p className="muted">{t('replaceable')}</p>
      )}
      <Reminders revision={revision} now={now} timeZone={timeZone} />
    </>
  );
}

/** The reminders that are still to come (C25). */
function Reminders({ revision, now, timeZone }: Omit<ClockProps, 'nameOf'>) {
  const t = useTranslations('life.reminders');
  if (revision.state !== 'signing') return null;
  const [first, second] = noticesOf(revision.frozenAt, revision)
    .slice(0, -1)
    .filter((at) => at > now);
  if (first === undefined) return null;
  const on = (at: Date) => () => <DateText at={at} timeZone={timeZone} />;
  return (
    <p className="muted">
      {second === undefined ? t.rich('one', { first: on(first) }) : t.rich('two', { first: on(first), second: on(second) })}
    </p>
  );
}
