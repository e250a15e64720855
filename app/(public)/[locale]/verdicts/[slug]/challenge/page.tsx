import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ChallengeForm } from '@/app/(public)/_challenges/challenge-form';
import { inLanguage } from '@/app/(public)/_page/addresses';
import { localeOf } from '@/app/(public)/_page/open-page';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { readReturnedForm } from '@/app/(public)/_page/reads';
import { BrokenVerdictPage } from '@/app/(public)/_verdict/broken-verdict';
import { openVerdict } from '@/app/(public)/_verdict/open-verdict';
import { formSeal } from '@/commands/challenges/keep-form';
import { Unbroken } from '@/components/record/unbroken';
import { Notice } from '@/components/ui/notice';

type Query = { again?: string | string[]; fault?: string | string[] };
type Props = { params: Promise<{ locale: string; slug: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'challenge' });
  return { title: t('form.title'), robots: { index: false } };
}

/** The form that challenges a verdict, for anybody and without JavaScript (C32). A refused one is shown again with what was typed. */
export default async function ChallengePage({ params, searchParams }: Props) {
  const reading = await openVerdict(params);
  if ('broken' in reading) return <BrokenVerdictPage reading={reading} />;
  const { verdict, locale, texts, written } = reading;
  const route = verdict.charter.correctionRoute;
  // What was taken back is nobody's to challenge any more.
  if (route === null || verdict.retraction !== null) notFound();
  const t = await getTranslations({ locale, namespace: 'challenge' });
  const { again, fault } = await searchParams;
  const token = typeof again === 'string' ? again : '';
  const returned = token === '' ? null : await readReturnedForm({ token, seal: formSeal, now: new Date().toISOString() });
  const code = returned?.code ?? (typeof fault === 'string' ? fault : token === '' ? undefined : 'gone');
  return (
    <PublicFrame locale={locale} path={`/verdicts/${verdict.slug}/challenge`} part="verdicts">
      <div className="plain">
        <h1>{t('form.title')}</h1>
        <p>
          {t('form.of')}{' '}
          <Link href={inLanguage(`/verdicts/${verdict.slug}`, locale)} {...written}>
            <Unbroken text={texts.question} />
          </Link>
        </p>
        <p>{t('form.lead', { ack: route.ackHours, decide: route.decideHours })}</p>
        <p>{t('form.public')}</p>
        {code !== undefined && (
          <Notice tone="stop" title={t('form.refused')}>
            {t(`fault.${codes.find((known) => known === code) ?? 'other'}`)}
          </Notice>
        )}
        <ChallengeForm slug={verdict.slug} locale={locale} returned={returned} />
      </div>
    </PublicFrame>
  );
}

const codes = ['invalid-input', 'looks-automatic', 'too-many-attempts', 'gone'] as const;
