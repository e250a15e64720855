import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import type { PublicChallenge } from '@/db/queries/public/challenges';
import type { Clock } from '@/domain/challenge/clocks';
import { writtenLike } from '../_page/text-direction';
import { OutwardLink } from '../_verdict/outward-link';

type ItemProps = { challenge: PublicChallenge; locale: string; timeZone: string };

/** How a challenge stands: both clocks in words, what each party said, and the challenger's own words when the decision made them public. */
export function ChallengeFacts({ challenge, locale, timeZone }: ItemProps) {
  const t = useTranslations('challenge');
  const { acknowledgement, decision, decisions, words, url } = challenge;
  return (
    <>
      <dl className="clocks num">
        <ClockLine name="acknowledgement" timeZone={timeZone} {...acknowledgement} />
        <ClockLine name="decision" timeZone={timeZone} {...decision} />
      </dl>
      {decisions.map(({ party, decision: said, reason, at }) => (
        <div className="said" key={party}>
          <p>
            {t.rich(`said.${said}`, {
              party: () => <Name>{party}</Name>,
              date: () => <DateText at={at} show="day" timeZone={timeZone} />,
            })}
          </p>
          <blockquote {...writtenLike(reason, [locale, 'en', 'ar'])}>{reason}</blockquote>
        </div>
      ))}
      {words !== null && (
        <div className="said">
          <p>{t('words')}</p>
          <blockquote {...writtenLike(words, [locale, 'en', 'ar'])}>{words}</blockquote>
          {url !== null && <OutwardLink href={url} />}
        </div>
      )}
    </>
  );
}

function ClockLine({
  name,
  by,
  at,
  clock,
  timeZone,
}: {
  name: 'acknowledgement' | 'decision';
  by: string;
  at: string | null;
  clock: Clock;
  timeZone: string;
}) {
  const t = useTranslations('challenge');
  return (
    <div>
      <dt>{t(`clock.${name}`)}</dt>
      <dd className={clock === 'overdue' ? 'over' : undefined}>
        {t.rich(`clock.${clock}`, {
          by: () => <DateText at={by} timeZone={timeZone} />,
          at: () => <DateText at={at ?? by} timeZone={timeZone} />,
        })}
      </dd>
    </div>
  );
}
