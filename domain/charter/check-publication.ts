import { outcomeOf } from '@/domain/claim/outcome';
import { isBound, partiesMissing } from './approvals';
import { checkRecord } from './check-record';
import { clauses } from './clauses';
import { faultOfConsent } from './consent';
import type { PublicationFacts } from './facts';
import { type ClauseFinding, met, unmet } from './finding';
import type { CharterParameters } from './parameters';
import { transparencyPages } from './transparency';

/** What each clause of publication says of a revision and its sign-offs, in the charter's order. SPEC H1. */
export function checkPublication(facts: PublicationFacts, parameters: CharterParameters): ClauseFinding[] {
  const findings = [
    ...checkRecord('publish', facts.record, parameters),
    everyPartySigns(facts, parameters),
    boundToHash(facts),
    deadlock(facts, parameters),
    cooledOff(facts, parameters),
    simultaneous(facts),
    unheld(facts),
    transparencyPages({ ...facts, parties: facts.consent.charter }, parameters),
  ];
  return clauses.flatMap(({ id }) => findings.filter((finding) => finding.clause === id));
}

/** What is called joint, or is published before the clock has run out, has every party's approval; anything else is what C27 lets it be. */
function everyPartySigns(facts: PublicationFacts, { signersPerParty }: CharterParameters): ClauseFinding {
  const { consent, revision, signOffs, outcome } = facts;
  const fault = faultOfConsent(consent);
  if (fault !== undefined) return fault;
  const missing = partiesMissing(consent.charter, signOffs, revision, signersPerParty);
  if (missing.length === 0) return met('C21', 'all-signed', { count: consent.charter.length });
  if (outcome !== 'joint' && outcome === lawfulOutcome(facts, signersPerParty)) return met('C21', 'not-called-joint');
  return unmet('C21', 'not-all-signed', {
    parties: missing.map((party) => party.name).join(', '),
    count: missing.length,
    needed: signersPerParty,
  });
}

function lawfulOutcome({ consent, signOffs, revision, phase }: PublicationFacts, signersPerParty: number) {
  return outcomeOf({ parties: consent.charter, signOffs, revision, signersPerParty }, phase);
}

function boundToHash({ revision, signOffs }: PublicationFacts): ClauseFinding {
  const stray = signOffs.filter((s) => !isBound(s, revision));
  return stray.length === 0 ? met('C23', 'bound') : unmet('C23', 'sign-off-of-other-bytes', { count: stray.length });
}

function deadlock(facts: PublicationFacts, { signersPerParty }: CharterParameters): ClauseFinding {
  return facts.outcome === lawfulOutcome(facts, signersPerParty)
    ? met('C27', 'outcome-follows')
    : unmet('C27', 'outcome-not-reached');
}

function cooledOff({ releasesAt, now }: PublicationFacts, { coolingOffHours }: CharterParameters): ClauseFinding {
  // Asked this way round, a time that is no number has not come.
  const isOver = coolingOffHours === 0 || (releasesAt !== null && releasesAt <= now);
  return isOver
    ? met('C29', 'cooled-off', { hours: coolingOffHours })
    : unmet('C29', 'still-cooling-off', { hours: coolingOffHours });
}

function unheld({ holds, now }: PublicationFacts): ClauseFinding {
  const running = holds.find(({ until }) => !(until <= now));
  return running === undefined ? met('C31', 'not-held', { count: holds.length }) : unmet('C31', 'held', { party: running.party });
}

function simultaneous({ audience }: PublicationFacts): ClauseFinding {
  return audience === 'everybody' ? met('C30', 'for-everybody') : unmet('C30', 'early-view');
}
