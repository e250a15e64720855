/**
 * The rows of `db.execute(sql…)`. The drivers answer differently: postgres.js with an array, PGlite with `{ rows }`.
 * The caller names the row's type and so vouches for what the statement selects; 64-bit numbers and times stay as the driver
 * gives them, so cast them in SQL.
 */
export function rows<Row extends Record<string, unknown>>(result: unknown): Row[] {
  if (Array.isArray(result)) return result as Row[];
  return (result as { rows: Row[] }).rows;
}
