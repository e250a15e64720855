import type { Section } from './sections';

/** One version of a section's words. `partyId` is whose words they are; null for the desk's. */
export type StatementVersion = {
  section: Section;
  partyId: string | null;
  number: number;
  confirmations: readonly { partyId: string; at: Date }[];
};
export type Standing<Version extends StatementVersion> = { version: Version; confirmedAt: Date };

/** What stands of each section and party, when these are the signing parties: the newest version that each of those it needs has confirmed (SPEC TR1, TR3). */
export function standingStatements<Version extends StatementVersion>(
  versions: readonly Version[],
  signing: readonly string[],
): Standing<Version>[] {
  const newestFirst = versions.toSorted((one, other) => other.number - one.number);
  const standing = new Map<string, Standing<Version>>();
  for (const version of newestFirst) {
    const of = ownerOf(version);
    const confirmedAt = confirmedSince(version, version.partyId === null ? signing : [version.partyId]);
    if (confirmedAt !== undefined && !standing.has(of)) standing.set(of, { version, confirmedAt });
  }
  return [...standing.values()];
}

/** The newest version of each section and party, whether or not it stands. */
export function newestStatements<Version extends StatementVersion>(versions: readonly Version[]): Version[] {
  const newest = new Map<string, Version>();
  for (const version of versions.toSorted((one, other) => one.number - other.number)) newest.set(ownerOf(version), version);
  return [...newest.values()];
}

/** The parties whose confirmation of a version is missing. */
export function yetToConfirm({ partyId, confirmations }: StatementVersion, signing: readonly string[]): string[] {
  const needed = partyId === null ? signing : [partyId];
  return needed.filter((id) => !confirmations.some((one) => one.partyId === id));
}

/** Undefined while one is missing, and where nobody is asked: silence confirms nothing. */
function confirmedSince({ confirmations }: StatementVersion, needed: readonly string[]): Date | undefined {
  const last = needed.map((id) => Math.max(...confirmations.filter((one) => one.partyId === id).map(({ at }) => at.getTime())));
  const oldest = Math.min(...last);
  return Number.isFinite(oldest) ? new Date(oldest) : undefined;
}

function ownerOf({ section, partyId }: StatementVersion): string {
  return `${section} ${partyId ?? ''}`;
}
