import { mostColumns, mostRows } from '@/domain/intake/list-limits';
import { type List, type ListRow, longestName, withoutUnstorable } from './list';

/** Parts of parts of parts: deeper than this nobody publishes a claim. */
const deepest = 4;

/** The value of a JSON text, or of one with a value on each line; of one that is neither, the line near which it is broken. */
export function jsonOf(text: string): { value: unknown } | { line: number } {
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
export function listOf(json: unknown): List {
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
