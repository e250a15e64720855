import { isBound, partiesMissing } from '@/domain/charter/check-publication';
import type { SigningParty, SignOffFacts } from '@/domain/charter/facts';

/** What a new sign-off does to its revision: nothing yet, back to work, or ready for the publication clauses. */
export type AfterSignOff = 'waiting' | 'return' | 'publish';

/**
 * SPEC L3–L5. One dissent returns the claim to work at once; an abstention waits, since another moderator of that party may still approve; approvals of
 * every signing party make it ready. Observing parties are not asked, and what was said of other bytes counts neither for nor against (C23).
 */
export function afterSignOff(input: {
  parties: SigningParty[];
  signOffs: SignOffFacts[];
  revision: { sha256: string; charterSha256: string };
  signersPerParty: number;
}): AfterSignOff {
  const { parties, revision, signersPerParty } = input;
  const signOffs = input.signOffs.filter(
    (signOff) => isBound(signOff, revision) && parties.some((party) => party.id === signOff.partyId),
  );
  if (signOffs.some((signOff) => signOff.decision === 'dissent')) return 'return';
  return parties.length > 0 && partiesMissing(parties, signOffs, revision, signersPerParty).length === 0 ? 'publish' : 'waiting';
}
