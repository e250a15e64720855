import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { claimReviewsIn } from '@/domain/intake/claim-reviews-in';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type Cells = Record<string, string>;
/** A row as it stands in the list; `fault` says why it can be read as none. */
export type ListRow = { cells: Cells; fault?: { code: 'cells'; found: number; expected: number } };
export type List = { kind: 'csv' | 'json' | 'claim-review'; columns: string[]; rows: ListRow[] };
export type ListRefusal =
  | Refusal<'list-empty'>
  | (Refusal<'list-unreadable'> & { line: number })
  | (Refusal<'list-too-long'> & { limit: number });

export const mostRows = 20_000;
const mostColumns = 200;

/** The rows of a list: ClaimReview wherever it is found (SPEC IN6), JSON as lists of things, and everything else as CSV with commas, semicolons or tabs. */
export async function readList(text: string): Promise<Result<List, ListRefusal>> {
  // Viewers of JSON put the address and the time above it, as comments.
  const source = text.replace(/^\ufeff/, '').replace(/^(?:\s*\/\/[^\n]*\n)+(?=\s*[[{])/, '');
  const isJson = /^\s*[[{]/.test(source);
  const json = isJson ? jsonOf(source) : undefined;
  const reviews = claimReviewsIn(json ?? source);
  if (reviews.length > 0) {
    const rows = reviews.map(({ wording, language, url, title, seenOn }) => ({
      cells: { claimReviewed: wording, inLanguage: language, url, publisher: title, datePublished: seenOn },
    }));
    return bounded({ kind: 'claim-review', columns: ['claimReviewed', 'inLanguage', 'url', 'publisher', 'datePublished'], rows });
  }
  if (json !== undefined) return bounded(listOf(json));
  // What begins as JSON and is none, or a page without a ClaimReview, would be nonsense as CSV.
  if (isJson) return refuse({ code: 'list-unreadable', line: 1 });
  if (/^\s*<[a-z!?]/i.test(source)) return refuse({ code: 'list-empty' });
  return csvOf(source);
}

function bounded(list: List): Result<List, ListRefusal> {
  if (list.rows.length === 0 || list.columns.length === 0) return refuse({ code: 'list-empty' });
  if (list.rows.length > mostRows) return refuse({ code: 'list-too-long', limit: mostRows });
  return ok({ ...list, rows: list.rows.map(({ cells, fault }) => ({ cells: storable(cells), ...(fault && { fault }) })) });
}

/** The value of a JSON text, or of one with a value on each line. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): unknown => JSON.parse(line));
    } catch {
      return undefined;
    }
  }
}

/** The things of the longest list in a value of JSON, each with its parts by name. */
function listOf(json: unknown): List {
  const rows = longestList(json, 0).map((item): ListRow => ({ cells: cellsOf(item) }));
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))].slice(0, mostColumns);
  return { kind: 'json', columns: columns.map(withoutUnstorable), rows };
}

function longestList(value: unknown, depth: number): unknown[] {
  // A list of plain words in an answer is no list of claims; by itself it is.
  if (Array.isArray(value)) return depth === 0 || value.some((item) => typeof item === 'object' && item !== null) ? value : [];
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  const inner = Object.values(value).map((part) => longestList(part, depth + 1));
  const longest = inner.reduce((best, list) => (list.length > best.length ? list : best), []);
  return longest.length === 0 && depth === 0 ? [value] : longest;
}

/** `{a: {b: 1}, c: [2, 3]}` is `a.b` and `c`. Of a list of things the first counts: a claim has one date and one address here. */
function cellsOf(item: unknown, prefix = '', depth = 0): Cells {
  if (Array.isArray(item)) {
    const plain = item.filter((part) => typeof part === 'string' || typeof part === 'number');
    return plain.length > 0
      ? { [prefix || 'value']: plain.join('; ') }
      : item.length > 0
        ? cellsOf(item[0], prefix, depth + 1)
        : {};
  }
  if (typeof item !== 'object' || item === null)
    return item === null || item === undefined ? {} : { [prefix || 'value']: String(item) };
  if (depth > 4) return {};
  const parts = Object.entries(item).map(([name, part]) => cellsOf(part, prefix === '' ? name : `${prefix}.${name}`, depth + 1));
  return Object.assign({}, ...parts);
}

/** Fed piece by piece, so that a long list does not hold up those who are typing. */
async function csvOf(text: string): Promise<Result<List, ListRefusal>> {
  const pieces = Readable.from(piecesOf(text));
  const parser = pieces.pipe(
    parse({ delimiter: delimiterOf(text), relax_quotes: true, relax_column_count: true, skip_empty_lines: true, trim: false }),
  );
  try {
    let columns: string[] = [];
    const rows: ListRow[] = [];
    for await (const record of parser) {
      const cells: string[] = record;
      if (columns.length === 0) columns = headOf(cells);
      else rows.push(rowOf(columns, cells));
      if (rows.length > mostRows) return refuse({ code: 'list-too-long', limit: mostRows });
    }
    return bounded({ kind: 'csv', columns, rows });
  } catch (fault) {
    if (fault instanceof CsvError) return refuse({ code: 'list-unreadable', line: Number(fault.lines) || 1 });
    throw fault;
  }
}

function* piecesOf(text: string): Generator<string> {
  const length = 65_536;
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

/** The sign that divides the first line into most parts. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/, 1);
  const unquoted = head.replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: unquoted.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

/** Names of columns, each once; one without a name goes by its place. */
function headOf(cells: string[]): string[] {
  const names: string[] = [];
  for (const [index, cell] of cells.slice(0, mostColumns).entries()) {
    const name = withoutUnstorable(cell.trim()) || String(index + 1);
    names.push(names.includes(name) ? `${name} ${index + 1}` : name);
  }
  return names;
}

function rowOf(columns: string[], cells: string[]): ListRow {
  const named = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  if (cells.length === columns.length) return { cells: named };
  return { cells: named, fault: { code: 'cells', found: cells.length, expected: columns.length } };
}

function storable(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [withoutUnstorable(name), withoutUnstorable(cell)]));
}

/** The database's JSON holds no NUL and no half character. What was one is seen as unreadable, and its row refused. */
function withoutUnstorable(text: string): string {
  return text.replaceAll('\u0000', '\ufffd').replace(/\p{Cs}/gu, '\ufffd');
}
