import { mostColumns, mostRows } from '@/domain/intake/list-limits';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type Cells = Record<string, string>;
/** A row as it stands in the list; `fault` says why it can be read as none. */
export type ListRow = { cells: Cells; fault?: { code: 'cells'; found: number; expected: number } };
export type List = { kind: 'csv' | 'json' | 'claim-review'; columns: string[]; rows: ListRow[] };
export type ListRefusal =
  | Refusal<'list-empty'>
  | (Refusal<'list-unreadable'> & { line: number })
  | (Refusal<'list-too-long'> & { limit: number })
  | (Refusal<'list-too-wide'> & { limit: number })
  | (Refusal<'list-too-heavy'> & { limit: number });

/** Characters of all rows together, each with the names of its columns, as they are stored: four times what the longest list holds itself. */
const mostCharacters = 32 * 1024 * 1024;
/** A column with a longer name could not be chosen. */
export const longestName = 2000;

/** The list, if it is neither empty nor too large, in words that can be stored. */
export function bounded(list: List): Result<List, ListRefusal> {
  if (list.rows.length === 0 || list.columns.length === 0) return refuse({ code: 'list-empty' });
  if (list.rows.length > mostRows) return refuse({ code: 'list-too-long', limit: mostRows });
  if (list.columns.length > mostColumns) return refuse({ code: 'list-too-wide', limit: mostColumns });
  if (isTooHeavy(list)) return refuse({ code: 'list-too-heavy', limit: mostCharacters });
  return ok({ ...list, rows: list.rows.map(({ cells, fault }) => ({ cells: storable(cells), ...(fault && { fault }) })) });
}

/** Each row is stored with the names of its columns, so that long names at many rows are many times the list that they came in (SPEC IN14). */
function isTooHeavy({ rows }: List): boolean {
  let characters = 0;
  for (const { cells } of rows) {
    for (const name in cells) characters += name.length + (cells[name]?.length ?? 0);
    if (characters > mostCharacters) return true;
  }
  return false;
}

function storable(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [withoutUnstorable(name), withoutUnstorable(cell)]));
}

/** The database's JSON holds no NUL and no half character. What was one is seen as unreadable, and its row refused. */
export function withoutUnstorable(text: string): string {
  return text.replaceAll('\u0000', '\ufffd').replace(/\p{Cs}/gu, '\ufffd');
}
