import { signingParties } from './consent';
import type { SigningParty } from './facts';

/** `proposed` waits for ratifications, `notice` for its day. What a later proposal took the place of stays `proposed`: the newest alone counts (SPEC H9, H14). */
export type CharterState = 'proposed' | 'notice' | 'in-force' | 'superseded' | 'withdrawn';

type Listed = Parameters<typeof signingParties>[0];

/**
 * Whose ratification a version waits for: every signing party of the one in force and every signing party of its own bytes, so that nobody is made a party and
 * nobody stops being one without a word of theirs (C38, SPEC H12). Who has left is asked for nothing any more.
 */
export function partiesToRatify(
  version: Listed,
  { inForce, left }: { inForce: Listed | undefined; left: readonly string[] },
): SigningParty[] {
  const own = signingParties(version);
  const now = inForce === undefined ? [] : signingParties(inForce);
  const asked = [...now, ...own.filter(({ id }) => now.every((party) => party.id !== id))];
  return asked.filter(({ id }) => !left.includes(id));
}

/** Which of them have not ratified this digest. */
export function partiesMissingOf(
  asked: readonly SigningParty[],
  { sha256, ratifications }: { sha256: string; ratifications: readonly { partyId: string; sha256: string }[] },
): SigningParty[] {
  const given = new Set(ratifications.filter((one) => one.sha256 === sha256).map((one) => one.partyId));
  return asked.filter(({ id }) => !given.has(id));
}

const dayMs = 24 * 60 * 60 * 1000;

/** When an amendment that was ratified by everybody comes into force. The days are those of the version that it changes: no version shortens its own notice. */
export function noticeEnd(ratifiedAt: Date, noticeDays: number): Date {
  return new Date(ratifiedAt.getTime() + noticeDays * dayMs);
}

/** Whether another proposal may take the place of this one: nobody but the party that proposed it has ratified it (SPEC H14). */
export function isReplaceable({
  proposedByParty,
  ratifiedBy,
}: {
  proposedByParty: string | null;
  ratifiedBy: readonly string[];
}): boolean {
  return ratifiedBy.every((partyId) => partyId === proposedByParty);
}
