import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type Result, refuse } from '@/domain/result';
import {
  bounded,
  type List,
  type ListRefusal,
  type ListRow,
  longestName,
  mostColumns,
  mostRows,
  withoutUnstorable,
} from './list';

/** The rows below a line of names, parts divided by commas, semicolons or tabs. Fed piece by piece, so that a long list does not hold up those who are typing. */
export async function readCsv(text: string): Promise<Result<List, ListRefusal>> {
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
