import { checkRecord } from './check-record';
import { clauses } from './clauses';
import { faultOfConsent } from './consent';
import type { PublicationFacts, SigningParty, SignOffFacts } from './facts';
import { type ClauseFinding, met, unmet } from './finding';
import type { CharterParameters } from './parameters';

/** What each clause of publication says of a revision and its sign-offs, in the charter's order. SPEC H1. */
export function checkPublication(facts: PublicationFacts, parameters: CharterParameters): ClauseFinding[] {
  const findings = [
    ...checkRecord('publish', facts.record, parameters),
    everyPartySigns(facts, parameters),
    boundToHash(facts),
    simultaneous(facts),
  ];
  return clauses.flatMap(({ id }) => findings.filter((finding) => finding.clause === id));
}

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

function everyPartySigns(
  { consent, revision, signOffs }: PublicationFacts,
  { signersPerParty }: CharterParameters,
): ClauseFinding {
  const fault = faultOfConsent(consent);
  if (fault !== undefined) return fault;
  const missing = partiesMissing(consent.charter, signOffs, revision, signersPerParty);
  if (missing.length === 0) return met('C21', 'all-signed', { count: consent.charter.length });
  return unmet('C21', 'not-all-signed', {
    parties: missing.map((party) => party.name).join(', '),
    count: missing.length,
    needed: signersPerParty,
  });
}

function boundToHash({ revision, signOffs }: PublicationFacts): ClauseFinding {
  const stray = signOffs.filter((s) => !isBound(s, revision));
  return stray.length === 0 ? met('C23', 'bound') : unmet('C23', 'sign-off-of-other-bytes', { count: stray.length });
}

function simultaneous({ audience }: PublicationFacts): ClauseFinding {
  return audience === 'everybody' ? met('C30', 'for-everybody') : unmet('C30', 'early-view');
}
