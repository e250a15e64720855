import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { claimReviewsIn } from '@/domain/intake/claim-reviews-in';
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

/** The value of a JSON text, or of one with a value on each line; of one that is neither, the line near which it is broken. */
function jsonOf(text: string): { value: unknown } | { line: number } {
  try {
    return { value: JSON.parse(text) };
  } catch (fault) {
    const line = lineOf(fault, text);
    // A value that ends with its first line has others after it.
    const lines = text.split('\n');
    if (lines.length < 2 || parsedLine(lines[0]) === undefined) return { line };
    const values: unknown[] = [];
    for (const [index, written] of lines.entries()) {
      if (written.trim() === '') continue;
      const parsed = parsedLine(written);
      if (parsed === undefined) return { line: index + 1 };
      values.push(parsed.value);
    }
    return { value: values };
  }
}

function parsedLine(line = ''): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(line) };
  } catch {
    return undefined;
  }
}

/** The engine says where it stopped in its message alone; without that, it is the end that is missing. */
function lineOf(fault: unknown, text: string): number {
  const place = fault instanceof Error ? /position (\d+)/.exec(fault.message)?.[1] : undefined;
  return text.slice(0, place === undefined ? text.length : Number(place)).split('\n').length;
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

/**
 * The rows of a table. Where tabs divide it, quotation marks are often no more than letters: it is read so where that leaves fewer rows that are not as wide as
 * the table.
 */
async function csvOf(source: string): Promise<Result<List, ListRefusal>> {
  const { delimiter, text } = divided(source);
  const quoted = await tableOf(text, { delimiter, quote: '"' });
  if (delimiter !== '\t' || (quoted.ok && faultsOf(quoted.value) === 0)) return quoted;
  const plain = await tableOf(text, { delimiter, quote: null });
  const isBetter = plain.ok && (!quoted.ok || faultsOf(plain.value) < faultsOf(quoted.value));
  return isBetter ? plain : quoted;
}

/** A cell with a tab and the end of a line in it has swallowed a part of the next row, between two marks that were letters. */
function faultsOf({ rows }: List): number {
  const swallows = (cell: string) => cell.includes('\t') && cell.includes('\n');
  return rows.filter(({ cells, fault }) => fault !== undefined || Object.values(cells).some(swallows)).length;
}

/** Fed piece by piece, so that a long list does not hold up those who are typing. */
async function tableOf(text: string, options: { delimiter: string; quote: string | null }): Promise<Result<List, ListRefusal>> {
  const pieces = Readable.from(piecesOf(text));
  const parser = pieces.pipe(
    parse({ ...options, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, trim: false }),
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

/** A sign that no text holds: a list of one column is not divided at all. */
const undivided = '\u001f';

/** The sign that divides the first line into most parts, unless a spreadsheet says above it which it is ("sep=;"). */
function divided(text: string): { delimiter: string; text: string } {
  const said = /^sep=([,;\t|])\r?\n/i.exec(text);
  if (said?.[1] !== undefined) return { delimiter: said[1], text: text.slice(said[0].length) };
  const [head = ''] = text.split(/\r?\n|\r/, 1);
  const unquoted = head.replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: unquoted.split(sign).length }));
  const best = counts.reduce((first, next) => (next.count > first.count ? next : first));
  return { delimiter: best.count > 1 ? best.sign : undivided, text };
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
