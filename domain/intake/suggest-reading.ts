import { cellOf } from './candidate-of';
import { type DayOrder, dayOrderOf } from './day-from';
import { type Mapping, suggestMapping } from './list-columns';

export type SuggestedReading = { mapping: Mapping; dayOrder: DayOrder };
type Cells = Readonly<Record<string, string>>;

/**
 * How a list is probably to be read, by the names of its columns and by what some of its rows hold. It is shown beside what the rows would become, and a
 * person confirms or changes it: nothing is read so unasked (SPEC IN5).
 */
export function suggestReading(columns: readonly string[], sample: readonly Cells[]): SuggestedReading {
  const mapping = suggestMapping(columns, likeliestWording(columns, sample));
  const { seenOn } = mapping;
  const days = seenOn === undefined ? [] : sample.map((cells) => cellOf(cells, seenOn));
  return { mapping, dayOrder: dayOrderOf(days) ?? 'year-first' };
}

/** The first column of those in which most rows hold what reads like a sentence; the first of all where none does for half of them. */
function likeliestWording(columns: readonly string[], sample: readonly Cells[]): string | undefined {
  const counts = columns.map((column) => ({ column, rows: sample.filter((cells) => isSentence(cellOf(cells, column))).length }));
  const best = counts.reduce((first, next) => (next.rows > first.rows ? next : first), { column: columns[0], rows: 0 });
  return best.rows * 2 > sample.length ? best.column : columns[0];
}

function isSentence(cell: string): boolean {
  if (cell.length < 12 || cell.length > 2000 || /^\s*(?:<|https?:)/i.test(cell)) return false;
  // Chinese and Thai have no blanks between words.
  return cell.trim().split(/\s+/).length >= 4 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]{8}/u.test(cell);
}
