/**
 * Rows as CSV (RFC 4180) that spreadsheets open in UTF-8. A cell that begins like a formula is marked as text, and one that holds a sign by which some
 * spreadsheet divides cells is quoted, so that no formula begins in the middle of it either (SPEC IN11).
 */
export function csvReport(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
