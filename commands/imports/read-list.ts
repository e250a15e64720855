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
  | (Refusal<'list-too-long'> & { limit: number })
  | (Refusal<'list-too-wide'> & { limit: number })
  | (Refusal<'list-too-heavy'> & { limit: number });

export const mostRows = 20_000;
export const mostColumns = 200;
/** Parts of parts of parts: deeper than this nobody publishes a claim. */
const deepest = 4;
/** Characters of all rows together, each with the names of its columns, as they are stored: four times what the longest list holds itself. */
export const mostCharacters = 32 * 1024 * 1024;
/** A column with a longer name could not be chosen. */
const longestName = 2000;

/** The rows of a list: ClaimReview wherever it is found (SPEC IN6), JSON as lists of things, and everything else as CSV with commas, semicolons or tabs. */
export async function readList(text: string): Promise<Result<List, ListRefusal>> {
  const source = withoutComments(text.replace(/^\ufeff/, ''));
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

function bounded(list: List): Result<List, ListRefusal> {
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

/** The things of the longest list in a value of JSON, each with its parts by name; what comes after the first name too many is not read (SPEC IN14). */
function listOf(json: unknown): List {
  const columns = new Set<string>();
  const rows: ListRow[] = [];
  for (const item of longestList(json, 0)) {
    const cells = new Map<string, string>();
    collect(item, cells);
    for (const name of cells.keys()) columns.add(name);
    rows.push({ cells: Object.fromEntries(cells) });
    if (columns.size > mostColumns || rows.length > mostRows) break;
  }
  return { kind: 'json', columns: Array.from(columns, withoutUnstorable), rows };
}

function longestList(value: unknown, depth: number): unknown[] {
  // A list of plain words in an answer is no list of claims; by itself it is.
  if (Array.isArray(value)) return depth === 0 || value.some((item) => typeof item === 'object' && item !== null) ? value : [];
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  const inner = Object.values(value).map((part) => longestList(part, depth + 1));
  const longest = inner.reduce((best, list) => (list.length > best.length ? list : best), []);
  return longest.length === 0 && depth === 0 ? [value] : longest;
}

/** `{a: {b: 1}, c: [2, 3]}` is `a.b` and `c`. Of a list of things the first counts: a claim has one date and one address here. */
function collect(item: unknown, into: Map<string, string>, prefix = '', depth = 0): void {
  if (depth > deepest + 1 || into.size > mostColumns || item === null || item === undefined) return;
  if (Array.isArray(item)) {
    const plain = item.filter((part) => typeof part === 'string' || typeof part === 'number');
    if (plain.length > 0) into.set(prefix || 'value', plain.join('; '));
    else collect(item[0], into, prefix, depth + 1);
    return;
  }
  if (typeof item !== 'object') {
    into.set(prefix || 'value', String(item));
    return;
  }
  if (depth > deepest) return;
  for (const [name, part] of Object.entries(item))
    if (prefix.length + name.length < longestName) collect(part, into, prefix === '' ? name : `${prefix}.${name}`, depth + 1);
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
      if (columns.length > mostColumns) return refuse({ code: 'list-too-wide', limit: mostColumns });
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
  // One more than may be, so that it is seen that there are too many.
  for (const [index, cell] of cells.slice(0, mostColumns + 1).entries()) {
    const name = withoutUnstorable(cell.trim().slice(0, longestName)) || String(index + 1);
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
