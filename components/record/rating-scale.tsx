import type { CharterParameters } from '@/domain/charter/parameters';
import { RatingWord } from './rating-word';

/** The rating words of a charter in their order, each with its number where it has one. */
export function RatingScale({ ratings }: { ratings: CharterParameters['ratings'] }) {
  return ratings.map(({ key, value }, index) => (
    <span key={key}>
      {index > 0 && ' · '}
      <RatingWord rating={key} />
      {value !== undefined && ` (${value})`}
    </span>
  ));
}
