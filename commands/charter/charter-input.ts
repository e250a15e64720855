import { z } from 'zod';
import { optionalClauseIds } from '@/domain/charter/clauses';
import { CharterParameters, defaultRatings } from '@/domain/charter/parameters';
import { charterLanguages } from '@/domain/charter/template';

/** A scale is chosen from the ratings that every page has a word for, and keeps their order. */
const ratingKeys = defaultRatings.map(({ key }) => key);
const Ratings = z
  .array(z.enum(ratingKeys))
  .min(2)
  .refine((keys) => new Set(keys).size === keys.length)
  .transform((keys) => defaultRatings.filter(({ key }) => keys.includes(key)));

/** What a proposal says of the text: its language and its parameters. The words are the software's (SPEC H8). */
export const CharterTextInput = z.strictObject({
  language: z.enum(charterLanguages),
  /** Optional clauses that the charter does without. */
  leftOut: z.array(z.enum(optionalClauseIds)).optional(),
  parameters: CharterParameters.omit({ ratings: true }).extend({ ratings: Ratings }),
});
