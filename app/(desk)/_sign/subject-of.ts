import type { FrozenRecord } from '@/domain/record/frozen-record';

/** What a person knows a record by; the statement itself holds its digest alone. */
export type Subject = {
  claimNumber: number;
  number: number;
  language: string;
  question: string;
  rating: string;
  finding: string;
};

/** Of the language that is read, where the record has it, else of its main one. */
export function subjectOf(
  { texts, language, fields }: Pick<FrozenRecord, 'texts' | 'language' | 'fields'>,
  { claimNumber, number, locale }: { claimNumber: number; number: number; locale: string },
): Subject {
  const shown = texts[locale] === undefined ? language : locale;
  const { question = '', finding = '' } = texts[shown] ?? {};
  return { claimNumber, number, language: shown, question, rating: fields.rating, finding };
}
