import { getTranslations } from 'next-intl/server';
import { correctionComment } from '@/domain/correction/correction-comment';
import { claimReview } from '@/domain/record/claim-review';
import { absolute } from '../_page/addresses';
import type { Reading } from './reading';
import { canonicalLanguage, verdictAddress } from './verdict-address';

/** The page's one ClaimReview (SPEC R8). Its address and its words are those of the canonical page, so that every copy says the same; its publisher is the joint desk. */
export async function ClaimReviewScript({ reading }: { reading: Reading }) {
  const { verdict, workspace, written } = reading;
  const locale = canonicalLanguage(reading);
  const rating = await getTranslations({ locale, namespace: 'rating' });
  const outcome = await getTranslations({ locale, namespace: 'outcome' });
  const position = await getTranslations({ locale, namespace: 'position' });
  const grade = await getTranslations({ locale, namespace: 'correction.grade' });
  const { correction } = verdict;
  const { rating: key } = verdict.record.fields;
  const data = claimReview({
    record: verdict.record,
    parameters: { ratings: verdict.charter.ratings },
    outcome: verdict.outcome,
    ratingName: key === undefined ? outcome(verdict.outcome) : rating.has(key) ? rating(key) : key,
    meaning: position(`meaning.${verdict.outcome}`),
    language: written.lang,
    url: verdictAddress(reading),
    publisher: { name: workspace.name, url: absolute('/about') },
    publishedAt: new Date(verdict.firstPublishedAt),
    modifiedAt: new Date(verdict.publishedAt),
  });
  const corrected =
    correction &&
    correctionComment({ name: grade(correction.grade), text: correction.reason, at: new Date(verdict.publishedAt) });
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON-LD is read as it stands; a `<` is written so that no text can end the element.
      dangerouslySetInnerHTML={{ __html: JSON.stringify({ ...data, ...corrected }).replaceAll('<', '\\u003c') }}
    />
  );
}
