import { z } from 'zod';
import { Block, LanguageTag } from './shape';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The texts of one language. Empty strings and an empty analysis are a draft that is not written yet. */
export const DraftTexts = z.strictObject({
  title: z.string(),
  question: z.string(),
  finding: z.string(),
  claimText: z.string(),
  context: z.string(),
  summary: z.string(),
  analysis: z.array(Block),
});
export type DraftTexts = z.infer<typeof DraftTexts>;

/** The scalars of a record; what nobody filled in is absent. */
export const DraftFields = z.strictObject({
  statedOn: day.optional(),
  claimantName: z.string().min(1).max(200).optional(),
  claimantRole: z.string().min(1).max(200).optional(),
  topics: z.array(z.string().min(1).max(60)).max(8).optional(),
  track: z.string().min(1).max(60).optional(),
  rating: z.string().min(1).max(40).optional(),
});
export type DraftFields = z.infer<typeof DraftFields>;

/**
 * The live document at one sequence number, as plain data in NFC: what the server projects, what a list shows and what a
 * revision is frozen from. It carries prose and scalars only, never authority (SPEC R1).
 */
export const RecordDraft = z.strictObject({ texts: z.record(LanguageTag, DraftTexts), fields: DraftFields });
export type RecordDraft = z.infer<typeof RecordDraft>;

export const emptyTexts: DraftTexts = {
  title: '',
  question: '',
  finding: '',
  claimText: '',
  context: '',
  summary: '',
  analysis: [],
};

/** The texts of a language, or empty ones: a language nobody has begun is a language with nothing in it. */
export function textsOf(draft: RecordDraft, language: string): DraftTexts {
  return draft.texts[language] ?? emptyTexts;
}

/** The length of a text as people count it: in code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** How many characters of a text a reader sees, any run of white space as one: what a length that must be reached counts (C26). */
export function visibleLength(text: string): number {
  return lengthOf(
    text
      .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
      .replaceAll(/[\s\u2800]+/gu, ' ')
      .trim(),
  );
}

/** Whether a reader sees nothing: white space, and marks that only steer the letters around them. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/** The words of a text: what stands between white space and holds a letter or a digit, so that a dash is none (C28). */
export function wordCount(text: string): number {
  return text.split(/[\s\u2800]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
