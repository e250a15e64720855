import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import { DateText } from '@/components/ui/date-text';
import type { PublicChallenge } from '@/db/queries/public/challenges';
import type { Locale } from '@/messages/locales';
import { AnsweredBy } from '../_corrections/answered-by';
import { inLanguage } from '../_page/addresses';
import { readableTexts, writtenIn } from '../_page/text-direction';
import { ChallengeFacts } from './challenge-item';

/** Challenges, the newest first. `named` says of which verdict each is, where they are of several. */
export function ChallengeList({
  challenges,
  locale,
  timeZone,
  named = false,
  level = 3,
}: {
  challenges: PublicChallenge[];
  locale: Locale;
  timeZone: string;
  named?: boolean;
  level?: 3 | 4;
}) {
  const t = useTranslations('challenge');
  const Heading = `h${level}` as const;
  return (
    <ol className="challenges" reversed>
      {challenges.map((challenge) => (
        <li key={challenge.number} id={`challenge-${challenge.number}`}>
          <Heading>
            {t('number', { number: challenge.number })} <Chip>{t(`state.${challenge.state}`)}</Chip>
          </Heading>
          <p className="muted">
            {t.rich('line', {
              about: t(`about.${challenge.about}`),
              number: challenge.revision,
              date: () => <DateText at={challenge.receivedAt} timeZone={timeZone} />,
            })}
          </p>
          {named && (
            <p>
              <Link href={inLanguage(`/verdicts/${challenge.slug}`, locale)} prefetch={false}>
                <Question challenge={challenge} locale={locale} />
              </Link>
            </p>
          )}
          <ChallengeFacts challenge={challenge} locale={locale} timeZone={timeZone} />
          <AnsweredBy challenge={challenge} locale={locale} />
        </li>
      ))}
    </ol>
  );
}

/** What the challenged verdict asks, or its address where its bytes are broken. */
function Question({ challenge: { question, slug }, locale }: { challenge: PublicChallenge; locale: Locale }) {
  if (question === null) return <bdi dir="ltr">{slug}</bdi>;
  const { texts, language } = readableTexts(question, locale);
  return <bdi {...writtenIn(language)}>{texts.question}</bdi>;
}
