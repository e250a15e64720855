/** What a revision asks of whoever looks at the list of what is to be reviewed, the most pressing first (SPEC D10). */
export const asks = ['sign', 'attest', 'party', 'cooling-off', 'others'] as const;
export type Ask = (typeof asks)[number];

/**
 * Their signature; an attestation, of who observes and has given none before its publication (SPEC AT1); that of somebody else of their party; nothing, but that it can still be withdrawn or held up; or the word of other parties alone. Who can
 * still sign is said by the charter, and is not decided here (SPEC H6).
 */
export function askedOf({
  isCoolingOff,
  waitsForParty,
  waitsForPerson,
  mayAttest,
}: {
  isCoolingOff: boolean;
  waitsForParty: boolean;
  waitsForPerson: boolean;
  mayAttest: boolean;
}): Ask {
  if (mayAttest && !waitsForPerson) return 'attest';
  if (isCoolingOff) return 'cooling-off';
  if (waitsForPerson) return 'sign';
  return waitsForParty ? 'party' : 'others';
}

/** The moment that a revision runs to next. Null without a clock, and when only the clock has still to look. */
export function nextMoment(
  clock: { signingEndsAt: Date | null; mediationEndsAt: Date | null; releasesAt: Date | null },
  now: Date,
): { kind: 'deadline' | 'mediation' | 'release'; at: Date } | undefined {
  const moments = [
    { kind: 'release', at: clock.releasesAt },
    { kind: 'deadline', at: clock.signingEndsAt },
    { kind: 'mediation', at: clock.mediationEndsAt },
  ] as const;
  // What cools off runs to its release, whatever is left of its clock.
  const running = clock.releasesAt === null ? moments : moments.slice(0, 1);
  const next = running.find(({ at }) => at !== null && now < at);
  return next === undefined || next.at === null ? undefined : { kind: next.kind, at: next.at };
}
