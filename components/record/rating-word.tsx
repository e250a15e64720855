import { useTranslations } from 'next-intl';

/** The word of a rating. Ratings are a charter's parameter: one that we have no word for is shown as the charter writes it. */
export function RatingWord({ rating }: { rating: string }) {
  const t = useTranslations('rating');
  return <>{t.has(rating) ? t(rating) : rating}</>;
}
