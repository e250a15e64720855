import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { RatingWord } from '@/components/record/rating-word';
import type { VerdictOfClaim } from '@/db/queries/desk/verdict-of-claim';

/** Which verdict a page of the desk decides about: its question, which leads to what the public reads, and what was found where that is at stake. */
export async function WhichVerdict({
  verdict,
  withFinding = false,
}: {
  verdict: VerdictOfClaim | undefined;
  withFinding?: boolean;
}) {
  if (verdict === undefined) return null;
  const { slug, language, question, found } = verdict;
  const t = await getTranslations('correction.desk');
  return (
    <div className="narrow">
      <p>
        <Link href={`/verdicts/${slug}`} prefetch={false} lang={language}>
          <bdi>{question}</bdi>
        </Link>
      </p>
      {withFinding && found !== undefined && (
        <>
          <p>
            {t('finding')} <RatingWord rating={found.rating} />
          </p>
          <blockquote lang={language} dir="auto">
            {found.finding}
          </blockquote>
        </>
      )}
    </div>
  );
}
