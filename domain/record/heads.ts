import { questionDigest } from './canonical';
import { isBlank, type RecordDraft } from './draft';

/** What lists compare of a record without reading all of it. */
export type Heads = {
  /** The digest of each language's question; a language without one is absent. */
  questions: Record<string, string>;
  /** Titles, questions and wordings, for the search of claims (SPEC D5). */
  text: string;
};

export function headsOf({ texts }: RecordDraft): Heads {
  const written = Object.entries(texts).filter(([, { question }]) => !isBlank(question));
  return {
    questions: Object.fromEntries(written.map(([language, { question }]) => [language, questionDigest(question)])),
    text: Object.values(texts)
      .flatMap(({ title, question, claimText }) => [title, question, claimText])
      .join('\n'),
  };
}
