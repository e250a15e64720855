/** How often in a row a document was refused, and since when the present one has been in sync. */
export type Rebuilds = { refusedInARow: number; syncedAtMs: number | undefined };

export const noRebuilds: Rebuilds = { refusedInARow: 0, syncedAtMs: undefined };

/** A document that is refused again and again is refused for a reason that opening it anew does not mend. */
const mostInARow = 3;
/** One that was fine for so long was not refused for the reason of the one before. */
const fineAfterMs = 60_000;

/** What a refusal at `nowMs` makes of it (PROTOCOL P65). */
export function afterRefusal({ refusedInARow, syncedAtMs }: Rebuilds, nowMs: number): Rebuilds {
  const wasFine = syncedAtMs !== undefined && nowMs - syncedAtMs >= fineAfterMs;
  return { refusedInARow: wasFine ? 1 : refusedInARow + 1, syncedAtMs: undefined };
}

export function mayOpenAgain({ refusedInARow }: Rebuilds): boolean {
  return refusedInARow <= mostInARow;
}
