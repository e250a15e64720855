import type { RecordDraft } from './draft';
import { type FreezeRefusal, faultsOfDraft } from './freeze';

/** One thing that freezing asks for beside the charter's clauses: it is there, or what is wrong with it. */
export type FreezeNeed = {
  need: string;
  /** The language that it is about, where that is another one than the record's main one. */
  language?: string;
  fault: FreezeRefusal | undefined;
};

/** Shown in any case, so that nobody reads "all met" and is then refused (SPEC R4). */
const always = ['finding', 'analysis', 'rating'] as const;

/** What a clause of the charter says already: C01 of the wording, C05 of the question, C06 of the title. */
const saidByClauses = new Set([
  'text-missing title',
  'text-long title',
  'text-missing question',
  'text-missing claimText',
  'text-long claimText',
]);

/**
 * What freezing needs of the words and fields of a draft: the three things that every record has, whatever else is at fault, then for each further language
 * its faults, or that it is complete (SPEC LG2). The first of `languages` is the main one.
 */
export function freezeNeeds(draft: RecordDraft, languages: readonly string[], ratings: string[]): FreezeNeed[] {
  const [main, ...others] = languages;
  const faults = faultsOfDraft(draft, languages, ratings).map((fault) => ({
    need: needOf(fault),
    language: languageOf(fault),
    fault,
  }));
  const ofMain = faults
    .filter(({ language }) => language === undefined || language === main)
    .map(({ need, fault }) => ({ need, fault }))
    .filter(({ need, fault }) => !saidByClauses.has(`${fault.code} ${need}`));
  return [
    ...always.map((need) => ofMain.find((found) => found.need === need) ?? { need, fault: undefined }),
    ...ofMain.filter(({ need }) => !always.some((name) => name === need)),
    ...others.flatMap((language): FreezeNeed[] => {
      const own = faults.filter((found) => found.language === language);
      return own.length === 0 ? [{ need: 'translation', language, fault: undefined }] : own;
    }),
  ];
}

function needOf(fault: FreezeRefusal): string {
  switch (fault.code) {
    case 'text-missing':
    case 'translation-missing':
    case 'text-long':
    case 'forbidden-character':
      return fault.text;
    case 'rating-missing':
    case 'rating-unknown':
    case 'citation-unknown':
      return 'rating';
  }
}

/** Undefined for what is of no language: the fields. */
function languageOf(fault: FreezeRefusal): string | undefined {
  if (fault.code === 'rating-missing' || fault.code === 'rating-unknown' || fault.code === 'citation-unknown') return undefined;
  return fault.language === '' ? undefined : fault.language;
}
