import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { mostColumns, mostRows } from '@/domain/intake/list-limits';
import { type Result, refuse } from '@/domain/result';
import { bounded, type List, type ListRefusal, type ListRow, longestName, withoutUnstorable } from './list';

/**
 * The rows of a table. Where tabs divide it, quotation marks are often no more than letters: it is read so where that leaves fewer rows that are not as wide as
 * the table.
 */
export async function readCsv(source: string): Promise<Result<List, ListRefusal>> {
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
