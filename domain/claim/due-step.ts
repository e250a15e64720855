import { isBound } from '@/domain/charter/approvals';
import type { CharterParameters } from '@/domain/charter/parameters';
import { isUnspoken, outcomeOf, type Positions, standingsOf } from './outcome';
import type { Outcome } from './outcomes';
import { clockTo, hoursAfter, isLastRound, type Phase, phaseAt, type SigningClock } from './signing-clock';
import type { RevisionState } from './transitions';

/** A revision as it stands, for the question what is due. */
export type RevisionLife = Omit<Positions, 'signersPerParty'> & {
  state: RevisionState;
  round: number;
  clock: SigningClock;
  /** When its cooling-off ends, holds included. */
  releasesAt: Date | null;
  /** What it was found to be when its cooling-off began. */
  outcome: Outcome | null;
  /** When its positions last changed: a sign-off, a withdrawal of one, or else the freeze. */
  changedAt: Date;
  parameters: Pick<CharterParameters, 'signersPerParty' | 'maxRounds' | 'mediationHours' | 'coolingOffHours'>;
};

/** What follows by itself, with the moment from which it was due. */
export type DueStep =
  | { move: 'return'; at: Date }
  | { move: 'mediate'; at: Date; clock: SigningClock }
  | { move: 'cool'; at: Date; outcome: Outcome; releasesAt: Date }
  | { move: 'publish'; at: Date; outcome: Outcome }
  /** Nobody spoke of it in time. A proposal needs no moderator: to publish one by nobody's word would let one party's checker bring a text before the public. */
  | { move: 'expire'; at: Date };

/**
 * The next thing that is due of a revision at a moment, by the charter alone (SPEC L18). A signature, its withdrawal and the clock all end in this question, so
 * that a server which slept finds the same answers, one after the other, as one that was awake: each counts from when it was due.
 */
export function dueStep(life: RevisionLife, now: Date): DueStep | undefined {
  if (life.state === 'cooling-off') return released(life, now);
  if (life.state !== 'signing') return undefined;
  if (isReturned(life)) return { move: 'return', at: life.changedAt };
  const [first, ...later] = phasesUntil(life, now);
  return settled(life, [first]) ?? mediated(life) ?? settled(life, later);
}

function released({ releasesAt, outcome }: RevisionLife, now: Date): DueStep | undefined {
  return releasesAt === null || outcome === null || now < releasesAt ? undefined : { move: 'publish', at: releasesAt, outcome };
}

/** A dissent of a signing party ends every round but the last (SPEC L3). */
function isReturned({ parties, signOffs, revision, round, parameters }: RevisionLife): boolean {
  if (isLastRound(round, parameters)) return false;
  return signOffs.some(
    (one) => one.decision === 'dissent' && isBound(one, revision) && parties.some(({ id }) => id === one.partyId),
  );
}

/** The outcome of the first phase that has one. It is due from where that phase begins, or from the position that was taken after that. */
function settled(life: RevisionLife, phases: [Phase, Date][]): DueStep | undefined {
  for (const [phase, begins] of phases) {
    const at = begins < life.changedAt ? life.changedAt : begins;
    if (phase === 'over' && isUnspoken(positionsOf(life))) return { move: 'expire', at };
    const outcome = outcomeOf(positionsOf(life), phase);
    if (outcome === undefined) continue;
    const { coolingOffHours } = life.parameters;
    return coolingOffHours === 0
      ? { move: 'publish', at, outcome }
      : { move: 'cool', at, outcome, releasesAt: hoursAfter(at, coolingOffHours) };
  }
  return undefined;
}

/** The phases that have begun. The first began with the positions as they are; what it gives is theirs alone and waits for no time. */
function phasesUntil({ clock, changedAt }: RevisionLife, now: Date): [[Phase, Date], ...[Phase, Date][]] {
  const timed: [Phase, Date | null][] = [
    ['mediation', clock.signingEndsAt],
    ['over', clock.mediationEndsAt],
  ];
  const begun = timed.flatMap(([phase, begins]): [Phase, Date][] => (begins === null || now < begins ? [] : [[phase, begins]]));
  return [['signing', changedAt], ...begun];
}

/** In the last round the mediation begins as soon as each party has spoken: to wait for the deadline would only cost time (C27). */
function mediated(life: RevisionLife): DueStep | undefined {
  const { clock, changedAt: at, round, parameters } = life;
  if (!isLastRound(round, parameters) || phaseAt(clock, at) !== 'signing') return undefined;
  if (standingsOf(positionsOf(life), 'signing').silent.length > 0) return undefined;
  return { move: 'mediate', at, clock: clockTo(at, parameters.mediationHours) };
}

function positionsOf({ parties, signOffs, revision, parameters }: RevisionLife): Positions {
  return { parties, signOffs, revision, signersPerParty: parameters.signersPerParty };
}
