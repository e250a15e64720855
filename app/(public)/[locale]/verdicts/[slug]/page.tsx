import type { Metadata } from 'next';
import { CorrectionBanner } from '@/app/(public)/_corrections/correction-banner';
import { metadataOf } from '@/app/(public)/_corrections/metadata-of';
import { Tombstone } from '@/app/(public)/_corrections/tombstone';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { BrokenVerdictPage } from '@/app/(public)/_verdict/broken-verdict';
import { ClaimReviewScript } from '@/app/(public)/_verdict/claim-review-script';
import { openVerdict } from '@/app/(public)/_verdict/open-verdict';
import { VerdictArticle } from '@/app/(public)/_verdict/verdict-article';

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const reading = await openVerdict(params);
  if ('broken' in reading) return { robots: { index: false } };
  return metadataOf(reading, `/verdicts/${reading.verdict.slug}`);
}

export default async function VerdictPage({ params }: Props) {
  const reading = await openVerdict(params);
  if ('broken' in reading) return <BrokenVerdictPage reading={reading} />;
  const path = `/verdicts/${reading.verdict.slug}`;
  const { correction, retraction } = reading.verdict;
  if (retraction !== null)
    return (
      <PublicFrame locale={reading.locale} path={path} part="verdicts">
        <Tombstone reading={reading} retraction={retraction} />
      </PublicFrame>
    );
  return (
    <PublicFrame locale={reading.locale} path={path} part="verdicts">
      <ClaimReviewScript reading={reading} />
      <VerdictArticle reading={reading} path={path} {...(correction && { notice: <CorrectionBanner reading={reading} /> })} />
    </PublicFrame>
  );
}
