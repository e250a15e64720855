import { ok, type Refusal, type Result, refuse } from '@/domain/result';

/**
 * The languages that a record can be given beside its main one (BCP 47). They are those of the public pages, so that no text is signed that nobody could
 * open there: a test holds this list against the interface's.
 */
export const offeredLanguages = ['ar', 'en', 'fr', 'uk'] as const;

/** The languages of a record: the main one, which its question and its quotation of the claim are in, and all of them, the main one among them. */
export type RecordLanguages = { main: string; all: readonly string[] };

export type AddRefusal = Refusal<'language-known'> & { language: string };
export type RemoveRefusal = Refusal<'language-is-main'> | Refusal<'language-unknown'>;

/** The list with another language at its end. SPEC LG3. */
export function withLanguage({ all }: RecordLanguages, language: string): Result<string[], AddRefusal> {
  return all.includes(language) ? refuse({ code: 'language-known', language }) : ok([...all, language]);
}

/** The list without a language. The main one is never taken out: a record would be left that nobody agreed on. SPEC LG3. */
export function withoutLanguage({ main, all }: RecordLanguages, language: string): Result<string[], RemoveRefusal> {
  if (language === main) return refuse({ code: 'language-is-main' });
  return all.includes(language) ? ok(all.filter((other) => other !== language)) : refuse({ code: 'language-unknown' });
}

/** The main language first, then the others in the order they were added, each once. */
export function inOrder({ main, all }: RecordLanguages): string[] {
  return [...new Set([main, ...all])];
}
