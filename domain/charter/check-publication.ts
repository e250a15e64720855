import { checkRecord } from './check-record';
import { clauses } from './clauses';
import type { PublicationFacts, SigningParty, SignOffFacts } from './facts';
import { type ClauseFinding, met, unmet } from './finding';
import type { CharterParameters } from './parameters';

/** What each clause of publication says of a revision and its sign-offs, in the charter's order. SPEC H1. */
export function checkPublication(facts: PublicationFacts, parameters: CharterParameters): ClauseFinding[] {
  const findings = [...checkRecord('publish', facts.record, parameters), everyPartySigns(facts, parameters), boundToHash(facts), simultaneous(facts)];
  return clauses.flatMap(({ id }) => findings.filter((finding) => finding.clause === id));
}

/** Signing parties without enough valid approvals. Silence, abstention and dissent are none of them consent. */
export function partiesMissing(parties: SigningParty[], signOffs: SignOffFacts[], revision: { sha256: string; charterSha256: string }, signersPerParty: number): SigningParty[] {
  const valid = signOffs.filter((s) => isApproval(s.decision) && s.sha256 === revision.sha256 && s.charterSha256 === revision.charterSha256);
  return parties.filter(({ id }) => new Set(valid.filter((s) => s.partyId === id).map((s) => s.personId)).size < signersPerParty);
}

export function isApproval(decision: SignOffFacts['decision']): boolean {
  return decision === 'approve' || decision === 'approve-with-statement';
}

function everyPartySigns({ record, revision, signOffs }: PublicationFacts, { signersPerParty }: CharterParameters): ClauseFinding {
  const missing = partiesMissing(record.parties, signOffs, revision, signersPerParty);
  if (missing.length === 0) return met('C21', 'all-signed', { count: record.parties.length });
  return unmet('C21', 'not-all-signed', { parties: missing.map((party) => party.name).join(', '), count: missing.length, needed: signersPerParty });
}

function boundToHash({ revision, signOffs }: PublicationFacts): ClauseFinding {
  const stray = signOffs.filter((s) => s.sha256 !== revision.sha256 || s.charterSha256 !== revision.charterSha256);
  return stray.length === 0 ? met('C23', 'bound') : unmet('C23', 'sign-off-of-other-bytes', { count: stray.length });
}

function simultaneous({ audience }: PublicationFacts): ClauseFinding {
  return audience === 'everybody' ? met('C30', 'for-everybody') : unmet('C30', 'early-view');
}
