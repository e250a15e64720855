import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ChallengeFacts } from '@/app/(public)/_challenges/challenge-item';
import { inLanguage } from '@/app/(public)/_page/addresses';
import { localeOf, openPage } from '@/app/(public)/_page/open-page';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { readChallengeOfLink } from '@/app/(public)/_page/reads';
import { writtenLike } from '@/app/(public)/_page/text-direction';
import { OutwardLink } from '@/app/(public)/_verdict/outward-link';
import { Button } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import { isOpen } from '@/domain/challenge/transitions';
import { digestOf } from '@/domain/record/canonical';

type Props = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'challenge' });
  return { title: t('own.title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** A challenger's own page: the link is the permission. How the challenge stands, and the way to take it back (SPEC CH7). */
export default async function OwnChallengePage({ params }: Props) {
  const { locale, workspace } = await openPage(params);
  const { token } = await params;
  if (!/^[0-9a-f]{64}$/.test(token)) notFound();
  const challenge = await readChallengeOfLink({ tokenSha256: digestOf(token), now: new Date().toISOString() });
  if (challenge === null) notFound();
  const t = await getTranslations({ locale, namespace: 'challenge' });
  const { own, state, number } = challenge;
  return (
    <PublicFrame locale={locale} path={`/challenges/${token}`} part="corrections">
      <article className="plain">
        <h1>{t('own.heading', { number })}</h1>
        <Notice tone={isOpen(state) ? 'ok' : 'info'} title={t(`own.is.${state}`)}>
          {t('own.keep')}
        </Notice>
        <p>
          {t.rich('line', {
            about: t(`about.${challenge.about}`),
            number: challenge.revision,
            date: () => <DateText at={challenge.receivedAt} timeZone={workspace.timeZone} />,
          })}{' '}
          <Link href={inLanguage(`/verdicts/${challenge.slug}`, locale)}>{t('toVerdict')}</Link>
        </p>
        <ChallengeFacts challenge={{ ...challenge, words: null, url: null }} locale={locale} timeZone={workspace.timeZone} />
        <div className="said">
          <p>{t(challenge.words === null ? 'own.wordsClosed' : 'own.wordsPublic')}</p>
          <blockquote {...writtenLike(own.words, [locale, 'en', 'ar'])}>{own.words}</blockquote>
          {own.url !== null && <OutwardLink href={own.url} />}
        </div>
        {isOpen(state) && (
          <form className="form" method="post" action="/api/v1/challenges/withdrawal">
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="locale" value={locale} />
            <p>{t('own.withdrawText')}</p>
            <div className="acts">
              <Button type="submit">{t('own.withdraw')}</Button>
            </div>
          </form>
        )}
      </article>
    </PublicFrame>
  );
}
