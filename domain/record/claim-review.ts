import type { CharterParameters } from '@/domain/charter/parameters';
import { isRated, type Outcome } from '@/domain/claim/outcomes';
import { isWebAddress } from '@/domain/text-input';
import type { ShownRecord } from './frozen-record';

/** What ClaimReview needs beside the record. Addresses are absolute, on the deployment's own origin. */
export type ClaimReviewInput = {
  record: ShownRecord;
  parameters: Pick<CharterParameters, 'ratings'>;
  outcome: Outcome;
  /** The word shown for the rating or, for an outcome without one, for the outcome. */
  ratingName: string;
  /** What the outcome means, in a sentence: it explains an outcome that has no rating. */
  meaning: string;
  language: string;
  url: string;
  publisher: { name: string; url: string };
  publishedAt: Date;
  modifiedAt: Date;
};

/**
 * schema.org ClaimReview of a published verdict (SPEC R8): one per page; the publisher is the joint body, never a party; a rating off the
 * scale carries a word and no number, and an outcome without a rating its own word and nothing of the proposed finding; an unknown claimant is left out, never
 * invented.
 */
export function claimReview({
  record,
  parameters,
  outcome,
  ratingName,
  meaning,
  language,
  url,
  publisher,
  publishedAt,
  modifiedAt,
}: ClaimReviewInput): Record<string, unknown> {
  const texts = record.texts[language] ?? record.texts[record.language];
  if (texts === undefined) throw new Error(`A frozen record has its main language; ${record.language} is missing.`);
  const rated = isRated(outcome);
  const value = rated ? parameters.ratings.find((rating) => rating.key === record.fields.rating)?.value : undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url,
    inLanguage: texts === record.texts[language] ? language : record.language,
    claimReviewed: texts.title,
    datePublished: publishedAt.toISOString(),
    dateModified: modifiedAt.toISOString(),
    author: { '@type': 'Organization', name: publisher.name, url: publisher.url },
    reviewRating: {
      '@type': 'Rating',
      alternateName: ratingName,
      ratingExplanation: rated ? texts.finding : meaning,
      ...(value === undefined ? {} : { ratingValue: value, bestRating: 5, worstRating: 1 }),
    },
    itemReviewed: itemReviewed(record, texts.claimText),
  };
}

function itemReviewed({ fields, appearances }: ShownRecord, claimText: string): Record<string, unknown> {
  return {
    '@type': 'Claim',
    text: claimText,
    ...(fields.statedOn === undefined ? {} : { datePublished: fields.statedOn }),
    ...(fields.claimantName === undefined
      ? {}
      : {
          author: {
            '@type': 'Person',
            name: fields.claimantName,
            ...(fields.claimantRole === undefined ? {} : { jobTitle: fields.claimantRole }),
          },
        }),
    // Programs follow these addresses, so one that is not http or https is left out.
    appearance: appearances.map(({ title, url }) => ({
      '@type': 'CreativeWork',
      headline: title,
      ...(url !== undefined && isWebAddress(url) ? { url } : {}),
    })),
  };
}
