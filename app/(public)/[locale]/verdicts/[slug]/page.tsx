import type { Metadata } from 'next';
import { describeVerdict } from '@/app/(public)/_outcome/describe-verdict';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { BrokenVerdictPage } from '@/app/(public)/_verdict/broken-verdict';
import { ClaimReviewScript } from '@/app/(public)/_verdict/claim-review-script';
import { openVerdict } from '@/app/(public)/_verdict/open-verdict';
import { VerdictArticle } from '@/app/(public)/_verdict/verdict-article';
import { verdictMetadata } from '@/app/(public)/_verdict/verdict-metadata';

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const reading = await openVerdict(params);
  if ('broken' in reading) return { robots: { index: false } };
  return verdictMetadata(reading, `/verdicts/${reading.verdict.slug}`, await describeVerdict(reading));
}

export default async function VerdictPage({ params }: Props) {
  const reading = await openVerdict(params);
  if ('broken' in reading) return <BrokenVerdictPage reading={reading} />;
  const path = `/verdicts/${reading.verdict.slug}`;
  return (
    <PublicFrame locale={reading.locale} path={path} part="verdicts">
      <ClaimReviewScript reading={reading} />
      <VerdictArticle reading={reading} path={path} />
    </PublicFrame>
  );
}
