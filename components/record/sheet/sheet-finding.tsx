import { useLocale, useTranslations } from 'next-intl';
import { Change } from '@/components/record/diff';
import { RatingWord } from '@/components/record/rating-word';
import { changeBar, SheetWordsOf } from './sheet-words-of';

/** Rating and finding. The rating is the reader's word: it begins the sentence when both are of one language, and stands before it when they are not. */
export function SheetFinding({
  rating,
  oldRating,
  after,
  before,
  language,
}: {
  /** Told once, with the main language; none where none was adopted. */
  rating: string | undefined;
  /** The rating that this one replaced. */
  oldRating: string | undefined;
  after: string;
  before: string | undefined;
  language: string;
}) {
  const isOneLanguage = useLocale() === language;
  const word = rating === undefined && oldRating === undefined ? undefined : <Rating rating={rating} oldRating={oldRating} />;
  const bar = changeBar('read one', after, before);
  return (
    <>
      {!isOneLanguage && word !== undefined && <p className={oldRating === undefined ? 'read one' : 'read one chg'}>{word}</p>}
      <p className={isOneLanguage && oldRating !== undefined ? 'read one chg' : bar} lang={language} dir="auto">
        {isOneLanguage && word} <SheetWordsOf after={after} before={before} />
      </p>
    </>
  );
}

function Rating({ rating, oldRating }: { rating: string | undefined; oldRating: string | undefined }) {
  const t = useTranslations('desk.sheet');
  const sentence = (of: string | undefined) => of !== undefined && t.rich('rating', { rating: () => <RatingWord rating={of} /> });
  if (oldRating === undefined) return <b>{sentence(rating)}</b>;
  return (
    <b>
      <Change kind="removed">{sentence(oldRating)}</Change>{' '}
      {rating !== undefined && <Change kind="added">{sentence(rating)}</Change>}
    </b>
  );
}
