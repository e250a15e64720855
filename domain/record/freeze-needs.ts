import type { RecordDraft } from './draft';
import { type FreezeRefusal, faultsOfDraft } from './freeze';

/** One thing that freezing asks for beside the charter's clauses: it is there, or what is wrong with it. */
export type FreezeNeed = { need: string; fault: FreezeRefusal | undefined };

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

/** What freezing needs of the words and fields of a draft: the three things that every record has, then whatever else is at fault. */
export function freezeNeeds(draft: RecordDraft, languages: string[], ratings: string[]): FreezeNeed[] {
  const faults = faultsOfDraft(draft, languages, ratings)
    .map((fault) => ({ need: needOf(fault), fault }))
    .filter(({ need, fault }) => !saidByClauses.has(`${fault.code} ${need}`));
  return [
    ...always.map((need) => faults.find((found) => found.need === need) ?? { need, fault: undefined }),
    ...faults.filter(({ need }) => !always.some((name) => name === need)),
  ];
}

function needOf(fault: FreezeRefusal): string {
  switch (fault.code) {
    case 'text-missing':
    case 'text-long':
    case 'forbidden-character':
      return fault.text;
    case 'rating-missing':
    case 'rating-unknown':
    case 'citation-unknown':
      return 'rating';
  }
}
