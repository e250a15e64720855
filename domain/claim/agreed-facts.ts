import type { FrozenSource, ShownRecord } from '@/domain/record/frozen-record';

/** What stands in a record by an act of each signing party. */
export type AgreedFacts = {
  /** Each of them accepted the exact question (C05). */
  question: boolean;
  /** Each of them attached or accepted the source with its grading. */
  sources: FrozenSource[];
  /** What each of them says it searched for and did not find (C10). */
  searches: ('supports' | 'undermines')[];
};

/**
 * What the parties of a split agree on (SPEC O5). Finding, summary, analysis and context are one proposed text: who has not approved it has agreed to no
 * sentence of it, so nothing of it counts, however likely.
 */
export function agreedFacts({
  parties,
  acceptances,
  sources,
  searches,
}: Pick<ShownRecord, 'parties' | 'acceptances' | 'sources' | 'searches'>): AgreedFacts {
  const signing = parties.filter(({ standing }) => standing === 'signing').map(({ id }) => id);
  const byEach = (acting: string[]) => signing.length > 0 && signing.every((id) => acting.includes(id));
  return {
    question: byEach(acceptances.map(({ party }) => party)),
    sources: sources.filter(({ attachedBy, acceptedBy }) => byEach([attachedBy, acceptedBy])),
    searches: (['supports', 'undermines'] as const).filter((stance) =>
      byEach(searches.filter((search) => search.stance === stance).map(({ party }) => party)),
    ),
  };
}
