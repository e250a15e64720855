import { isBound, partiesMissing } from '@/domain/charter/approvals';
import type { SigningParty, SignOffFacts } from '@/domain/charter/facts';
import type { Outcome } from './outcomes';
import type { Phase } from './signing-clock';

export type Positions = {
  parties: SigningParty[];
  /** The sign-offs that stand: none that was withdrawn. */
  signOffs: SignOffFacts[];
  revision: { sha256: string; charterSha256: string };
  signersPerParty: number;
};

/** Where each signing party stands. A party may approve while one of its moderators dissents; then it is in both lists. */
export type Standings = { approving: SigningParty[]; dissenting: SigningParty[]; silent: SigningParty[] };

export type PartyStanding = keyof Standings;

/** Where one party stands: its approval counts, whatever another of its moderators says. */
export function standingIn({ approving, dissenting }: Standings, partyId: string): PartyStanding {
  if (approving.some(({ id }) => id === partyId)) return 'approving';
  return dissenting.some(({ id }) => id === partyId) ? 'dissenting' : 'silent';
}

/**
 * What each party has said of these bytes under this charter (C23). Silence, abstention and recusal are no position. An objection holds while the time for
 * signing runs, and what stands of it afterwards counts as dissent.
 */
export function standingsOf({ parties, signOffs, revision, signersPerParty }: Positions, phase: Phase): Standings {
  const bound = signOffs.filter((signOff) => isBound(signOff, revision));
  const lacking = new Set(partiesMissing(parties, bound, revision, signersPerParty).map(({ id }) => id));
  const refuses = ({ decision }: SignOffFacts) => decision === 'dissent' || (decision === 'object' && phase !== 'signing');
  const approving = parties.filter(({ id }) => !lacking.has(id));
  const dissenting = parties.filter(({ id }) => bound.some((signOff) => signOff.partyId === id && refuses(signOff)));
  return { approving, dissenting, silent: parties.filter((party) => !approving.includes(party) && !dissenting.includes(party)) };
}

/**
 * What a revision is published as, or nothing yet (C27). Joint and the dissent within a party need every party's approval; all else waits until the deadline
 * and the mediation are over, and no party is ever counted by its silence.
 */
export function outcomeOf(positions: Positions, phase: Phase): Outcome | undefined {
  const { parties } = positions;
  if (parties.length === 0) return undefined;
  const { approving, dissenting, silent } = standingsOf(positions, phase);
  if (approving.length === parties.length) {
    if (isHeld(positions, phase)) return undefined;
    return dissenting.length === 0 ? 'joint' : 'with-dissent';
  }
  if (phase !== 'over') return undefined;
  if (silent.length > 0) return 'no-joint-finding';
  return approving.length >= 2 ? 'with-dissent' : 'split';
}

/** While the time for signing runs, an objection of a signing party keeps even a unanimous approval from being published (C25). */
function isHeld({ parties, signOffs, revision }: Positions, phase: Phase): boolean {
  return (
    phase === 'signing' &&
    signOffs.some((one) => one.decision === 'object' && isBound(one, revision) && parties.some(({ id }) => id === one.partyId))
  );
}

/** Whether anybody of a signing party has said anything of these bytes but that they will not judge. */
export function isUnspoken({ parties, signOffs, revision }: Positions): boolean {
  return !signOffs.some(
    (one) => one.decision !== 'recuse' && isBound(one, revision) && parties.some(({ id }) => id === one.partyId),
  );
}
