import { z } from 'zod';
import { optionalText, reason, webAddress } from '@/domain/text-input';
import { challengeSubjects } from './about';

/** What a challenger writes must say something, and is read by people in a few minutes. */
export const wordsMinimum = 20;
export const wordsLimit = 3000;

const emailLimit = 254;

function withoutBlank(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

/** A challenge as its form or a program sends it. */
export const NewChallenge = z.strictObject({
  about: z.enum(challengeSubjects),
  words: reason(wordsMinimum, wordsLimit),
  url: z.preprocess(withoutBlank, webAddress.optional()),
  email: z.preprocess(
    withoutBlank,
    z
      .string()
      .transform((value) => value.trim())
      .refine((value) => value.length <= emailLimit && z.email().safeParse(value).success, { message: 'not-an-email' })
      .optional(),
  ),
  /** A field that no person sees: a program that fills every field fills this one too. */
  website: optionalText(200),
});
export type NewChallenge = z.output<typeof NewChallenge>;
