import type { SigningParty, SignOffFacts } from './facts';

/**
 * Signing parties without enough valid approvals. Silence, abstention and dissent are none of them consent, and a person who
 * approved for two parties speaks for neither (C22): whose consent it is must not depend on the order of rows.
 */
export function partiesMissing(
  parties: SigningParty[],
  signOffs: SignOffFacts[],
  revision: { sha256: string; charterSha256: string },
  signersPerParty: number,
): SigningParty[] {
  const signing = new Set(parties.map(({ id }) => id));
  const approvals = signOffs.filter((s) => signing.has(s.partyId) && isApproval(s.decision) && isBound(s, revision));
  const valid = approvals.filter((s) => approvals.every((other) => other.personId !== s.personId || other.partyId === s.partyId));
  return parties.filter(({ id }) => new Set(valid.filter((s) => s.partyId === id).map((s) => s.personId)).size < signersPerParty);
}

/** Whether a sign-off is of these bytes under this charter: what it says of any others does not count (C23). */
export function isBound(
  signOff: { sha256: string; charterSha256: string },
  revision: { sha256: string; charterSha256: string },
): boolean {
  return signOff.sha256 === revision.sha256 && signOff.charterSha256 === revision.charterSha256;
}

export function isApproval(decision: SignOffFacts['decision']): boolean {
  return decision === 'approve' || decision === 'approve-with-statement';
}
