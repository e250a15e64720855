import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { describeVerdict } from '@/app/(public)/_outcome/describe-verdict';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { BrokenVerdictPage } from '@/app/(public)/_verdict/broken-verdict';
import { ChangesArticle } from '@/app/(public)/_verdict/changes-article';
import { openChanges } from '@/app/(public)/_verdict/open-changes';
import { changesPath } from '@/app/(public)/_verdict/verdict-address';
import { verdictMetadata } from '@/app/(public)/_verdict/verdict-metadata';

type Props = { params: Promise<{ locale: string; slug: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await openChanges(params);
  if ('broken' in opened) return { robots: { index: false } };
  const { reading } = opened;
  const { slug, number } = reading.verdict;
  const t = await getTranslations({ locale: reading.locale, namespace: 'public' });
  const title = `${t('changes.title', { number })} · ${reading.texts.question}`;
  return { ...verdictMetadata(reading, changesPath(slug, number), await describeVerdict(reading)), title };
}

export default async function ChangesPage({ params }: Props) {
  const opened = await openChanges(params);
  if ('broken' in opened) return <BrokenVerdictPage reading={opened} />;
  const { reading, before } = opened;
  const { slug, number } = reading.verdict;
  return (
    <PublicFrame locale={reading.locale} path={changesPath(slug, number)} part="verdicts">
      <ChangesArticle reading={reading} before={before} />
    </PublicFrame>
  );
}
