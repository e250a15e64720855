import { claimReviewsIn } from '@/domain/intake/claim-reviews-in';
import { type Result, refuse } from '@/domain/result';
import { bounded, type List, type ListRefusal } from './list';
import { readCsv } from './read-csv';
import { jsonOf, listOf } from './read-json';

/** The rows of a list: ClaimReview wherever it is found (SPEC IN6), JSON as lists of things, and everything else as CSV with commas, semicolons or tabs. */
export async function readList(text: string): Promise<Result<List, ListRefusal>> {
  const source = withoutComments(text.replace(/^\ufeff/, ''));
  const isJson = /^\s*[[{]/.test(source);
  const json = isJson ? jsonOf(source) : undefined;
  // What begins as JSON and is none would be nonsense as CSV.
  if (json !== undefined && 'line' in json) return refuse({ code: 'list-unreadable', line: json.line });
  const reviews = claimReviewsIn(json === undefined ? source : json.value);
  if (reviews.length > 0) {
    const rows = reviews.map(({ wording, language, url, title, seenOn }) => ({
      cells: { claimReviewed: wording, inLanguage: language, url, publisher: title, datePublished: seenOn },
    }));
    return bounded({ kind: 'claim-review', columns: ['claimReviewed', 'inLanguage', 'url', 'publisher', 'datePublished'], rows });
  }
  if (json !== undefined) return bounded(listOf(json.value));
  // So would a page without a ClaimReview.
  if (/^\s*<[a-z!?]/i.test(source)) return refuse({ code: 'list-empty' });
  return readCsv(source);
}

/** Viewers of JSON put the address and the time above it, as comments. By a loop: an expression keeps a place for each line, and has not enough of them. */
function withoutComments(text: string): string {
  const blank = /\s*/y;
  blank.test(text);
  while (text.startsWith('//', blank.lastIndex)) {
    const lineEnd = text.indexOf('\n', blank.lastIndex);
    if (lineEnd < 0) return text;
    blank.lastIndex = lineEnd;
    blank.test(text);
  }
  return '[{'.includes(text.charAt(blank.lastIndex) || ' ') ? text.slice(blank.lastIndex) : text;
}
