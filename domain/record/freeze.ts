import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { canonicalBytes, digestOf } from './canonical';
import { isBlank, lengthOf, type RecordDraft } from './draft';
import { forbiddenCharacter } from './forbidden-characters';
import { FrozenRecord } from './frozen-record';
import { isNeeded } from './needed-text';
import { citedSources, plainText } from './plain-text';
import { analysisLimit, optionalTexts, paragraphLimits, type TextName, textNames } from './shape';

export type FreezeRefusal =
  | (Refusal<'text-missing'> & { text: TextName; language: string })
  | (Refusal<'translation-missing'> & { text: TextName; language: string })
  | (Refusal<'text-long'> & { text: TextName; language: string; characters: number; limit: number })
  | (Refusal<'forbidden-character'> & { text: string; language: string; position: number; character: string })
  | Refusal<'rating-missing'>
  | (Refusal<'rating-unknown'> & { rating: string })
  | (Refusal<'citation-unknown'> & { source: string });

/** Everything beside the draft that a record is made of; the caller has read it under the same lock. */
export type FreezeInput = Omit<FrozenRecord, 'v' | 'type' | 'texts' | 'fields'> & {
  draft: RecordDraft;
  languages: string[];
  ratings: string[];
};

export type FrozenBytes = { record: FrozenRecord; bytes: Uint8Array; sha256: string };

/** The canonical bytes of a record and their digest, or the first thing that keeps it from being frozen. SPEC R3–R6, LG2. */
export function freezeRecord({ draft, languages: listed, ratings, ...rest }: FreezeInput): Result<FrozenBytes, FreezeRefusal> {
  // The main language is always part of the record, so that no list can leave every text out.
  const languages = [...new Set([rest.language, ...listed])];
  const fault =
    faultsOfDraft(draft, languages, ratings)[0] ?? faultOfCitations(draft, languages, rest.sources) ?? faultOfFacts(rest);
  if (fault !== undefined) return refuse(fault);
  const record = FrozenRecord.parse(
    withoutUndefined({
      ...rest,
      v: 3,
      type: 'record',
      fields: draft.fields,
      texts: Object.fromEntries(languages.map((language) => [language, trimmed(draft, language)])),
    }),
  );
  const bytes = canonicalBytes(record);
  return ok({ record, bytes, sha256: digestOf(bytes) });
}

/**
 * Everything in the words and fields of a draft that keeps it from being frozen, at most one fault for each text of each language, the main one first. A
 * checklist asks this while people type.
 */
export function faultsOfDraft(draft: RecordDraft, languages: readonly string[], ratings: string[]): FreezeRefusal[] {
  const texts = languages.flatMap((language) => textNames.map((text) => faultOfText(draft, languages, language, text)));
  return [...texts, ...Object.entries(draft.fields).map(faultOfField), faultOfRating(draft, ratings)].filter(
    (fault) => fault !== undefined,
  );
}

function faultOfText(
  draft: RecordDraft,
  languages: readonly string[],
  language: string,
  text: TextName,
): FreezeRefusal | undefined {
  const value = textOf(draft, language, text);
  const characters = lengthOf(value.trim());
  const isWritten = (other: string) => !isBlank(textOf(draft, other, text));
  if (!isWritten(language) && isNeeded(text, languages, isWritten))
    return {
      code: language === languages[0] && !optionalTexts.includes(text) ? 'text-missing' : 'translation-missing',
      text,
      language,
    };
  const limit = text === 'analysis' ? analysisLimit : paragraphLimits[text];
  if (characters > limit) return { code: 'text-long', text, language, characters, limit };
  const forbidden = forbiddenCharacter(value, language);
  return forbidden && { code: 'forbidden-character', text, language, ...forbidden };
}

function faultOfField([name, value]: [string, string | string[] | undefined]): FreezeRefusal | undefined {
  const forbidden = forbiddenCharacter([value ?? ''].flat().join(' '));
  return forbidden && { code: 'forbidden-character', text: name, language: '', ...forbidden };
}

function faultOfRating({ fields }: RecordDraft, ratings: string[]): FreezeRefusal | undefined {
  if (fields.rating === undefined) return { code: 'rating-missing' };
  return ratings.includes(fields.rating) ? undefined : { code: 'rating-unknown', rating: fields.rating };
}

function faultOfCitations(draft: RecordDraft, languages: string[], sources: FrozenRecord['sources']): FreezeRefusal | undefined {
  const known = new Set(sources.map((source) => source.id));
  const unknown = languages
    .flatMap((language) => citedSources(draft.texts[language]?.analysis ?? []))
    .find((id) => !known.has(id));
  return unknown === undefined ? undefined : { code: 'citation-unknown', source: unknown };
}

/** What stands beside the draft is signed and read with it: quotations, titles, notes. The refusal's `text` is the name of the part. */
function faultOfFacts(facts: Omit<FreezeInput, 'draft' | 'languages' | 'ratings'>): FreezeRefusal | undefined {
  for (const [name, value] of Object.entries(facts)) {
    const forbidden = stringsIn(value)
      .map((text) => forbiddenCharacter(text))
      .find((found) => found !== undefined);
    if (forbidden !== undefined) return { code: 'forbidden-character', text: name, language: '', ...forbidden };
  }
  return undefined;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** How many characters stand in the texts of a language, white space at their ends aside. */
export function charactersIn(draft: RecordDraft, language: string): number {
  return textNames.reduce((sum, text) => sum + lengthOf(textOf(draft, language, text).trim()), 0);
}

/** A text of a language as people read it; an analysis as plain lines. */
export function textOf(draft: RecordDraft, language: string, text: TextName): string {
  const texts = draft.texts[language];
  if (texts === undefined) return '';
  return text === 'analysis' ? plainText(texts.analysis) : texts[text];
}

function trimmed(draft: RecordDraft, language: string): unknown {
  const { analysis, ...paragraphs } = draft.texts[language] ?? { analysis: [] };
  return { ...Object.fromEntries(Object.entries(paragraphs).map(([name, value]) => [name, value.trim()])), analysis };
}

/** Absent is absent: a key with the value undefined would make two spellings of one record. */
function withoutUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
