import type { PublicRetraction } from './after-publication';
import type { PublishedVerdict } from './published-verdict';

/** What a program reads at the address of a retracted verdict: what was asked and that it is retracted. Times are ISO 8601. */
export type PublicTombstone = Pick<PublishedVerdict, 'slug' | 'number' | 'sha256' | 'current' | 'firstPublishedAt' | 'left'> & {
  /** What was asked, in each language. */
  questions: Record<string, string>;
  retraction: PublicRetraction;
  /** The published revisions, which keep their addresses, without what they were published as. */
  history: Omit<PublishedVerdict['history'][number], 'outcome' | 'correction'>[];
};

/**
 * A retracted verdict as its tombstone (SPEC RT5), any other as it is. Each field is named: what is added to a verdict later would otherwise go on speaking
 * for one that was taken back.
 */
export function tombstoneOf(verdict: PublishedVerdict): PublishedVerdict | PublicTombstone {
  const { slug, number, sha256, current, firstPublishedAt, left, record, retraction, history } = verdict;
  if (retraction === null) return verdict;
  return {
    ...{ slug, number, sha256, current, firstPublishedAt, left, retraction },
    questions: Object.fromEntries(Object.entries(record.texts).map(([language, { question }]) => [language, question])),
    history: history.map(({ outcome: _outcome, correction: _correction, ...revision }) => revision),
  };
}
