import { z } from 'zod';
import { LanguageTag, textNames } from '@/domain/record/shape';
import { text } from '@/domain/text-input';

/** Enough to recognise a passage by; of a longer one its beginning is quoted. Counted in code points. */
export const longestQuotation = 300;

/** A letter by the name that the shared document has for it, which no edit before or after it changes. */
const Letter = z.strictObject({ client: z.int().min(0), clock: z.int().min(0) });
export type Letter = z.infer<typeof Letter>;

/** A stretch of one text of the record: where it begins and ends, and what it said when somebody chose it (SPEC K3, K4). */
export const Passage = z.strictObject({
  text: z.enum(textNames),
  language: LanguageTag,
  first: Letter,
  last: Letter,
  quotation: text(longestQuotation),
});
export type Passage = z.infer<typeof Passage>;

/** A text as quotations are compared: in NFC, any white space as one space, since editor and server break lines differently. */
export function asQuoted(words: string): string {
  return words.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

/** Whether a text says what was quoted. */
export function holdsQuotation(words: string, quotation: string): boolean {
  const wanted = asQuoted(quotation);
  return wanted !== '' && asQuoted(words).includes(wanted);
}
