import type { Decision, SigningParty } from '@/domain/charter/facts';
import { type Outcome, outcomes } from './outcomes';

/** What a party can have said of a revision when its signing ended. Silence is to let the deadline pass without a word, and no consent. */
export const positionKinds = ['approved', 'dissented', 'objected', 'abstained', 'silent'] as const;
export type PositionKind = (typeof positionKinds)[number];

/** What became of a claim: the outcome of the verdict that stands, else why none does. */
export const fates = [...outcomes, 'taken-back', 'closed', 'unfinished'] as const;
export type Fate = (typeof fates)[number];

export type ParityFacts = {
  parties: SigningParty[];
  /** Claims that were ever opened, with the outcome of their last verdict if there was one, and whether that one is retracted. */
  claims: {
    broughtBy: string;
    outcome: Outcome | undefined;
    isRetracted: boolean;
    isClosed: boolean;
    corrections: number;
    retractions: number;
  }[];
  /** Revisions whose signing has ended, by publication or otherwise (SPEC Y2). */
  revisions: {
    proposedBy: string;
    frozenAt: Date;
    /** Whether its deadline passed before its signing ended. */
    isTimeOver: boolean;
    /** The parties that its record asked. */
    asked: string[];
    signOffs: { partyId: string; decision: Decision; at: Date; isWithdrawn: boolean }[];
    holds: string[];
  }[];
};

export type PartyFigures = {
  party: SigningParty;
  opened: number;
  published: number;
  /** Every claim that it brought, once. */
  fates: Record<Fate, number>;
  proposed: number;
  /** Of the revisions that asked this party, how many it answered in each way. */
  positions: Record<PositionKind, number>;
  /** Objections that it made, those that it took back included: each held the clock. */
  objections: number;
  /** From the freeze to the party's first position, over what it answered; undefined when it has answered nothing (SPEC Y3). */
  medianWaitMs: number | undefined;
  longestWaitMs: number | undefined;
  /** Signatures that its moderators took back. */
  withdrew: number;
  held: number;
  corrected: number;
  retracted: number;
};

const kindOf: Record<Decision, Exclude<PositionKind, 'silent'> | undefined> = {
  approve: 'approved',
  'approve-with-statement': 'approved',
  dissent: 'dissented',
  object: 'objected',
  abstain: 'abstained',
  recuse: undefined,
};

/** The same figures for each party, in the charter's order, whoever looks good in them (C42, SPEC Y1). */
export function parityOf({ parties, claims, revisions }: ParityFacts): PartyFigures[] {
  return parties.map((party) => {
    const brought = claims.filter(({ broughtBy }) => broughtBy === party.id);
    const asked = revisions.filter((revision) => revision.asked.includes(party.id));
    const positions = asked.flatMap((revision) => positionIn(revision, party.id) ?? []);
    const answered = asked.filter((revision) => !['silent', undefined].includes(positionIn(revision, party.id)));
    const own = revisions.flatMap(({ signOffs }) => signOffs).filter(({ partyId }) => partyId === party.id);
    const waits = answered.flatMap((revision) => firstWaitMs(revision, party.id) ?? []);
    return {
      party,
      opened: brought.length,
      published: brought.filter(({ outcome }) => outcome !== undefined).length,
      fates: tally(fates, brought.map(fateOf)),
      proposed: revisions.filter(({ proposedBy }) => proposedBy === party.id).length,
      positions: tally(positionKinds, positions),
      objections: own.filter(({ decision }) => decision === 'object').length,
      medianWaitMs: median(waits),
      longestWaitMs: waits.length === 0 ? undefined : Math.max(...waits),
      withdrew: own.filter(({ isWithdrawn }) => isWithdrawn).length,
      held: revisions.flatMap(({ holds }) => holds).filter((id) => id === party.id).length,
      corrected: brought.reduce((sum, { corrections }) => sum + corrections, 0),
      retracted: brought.reduce((sum, { retractions }) => sum + retractions, 0),
    };
  });
}

function fateOf({ outcome, isRetracted, isClosed }: ParityFacts['claims'][number]): Fate {
  if (outcome === undefined) return isClosed ? 'closed' : 'unfinished';
  return isRetracted ? 'taken-back' : outcome;
}

type Ended = ParityFacts['revisions'][number];

/**
 * A party that both approved and dissented, by two moderators, is counted by its approval: that is what its consent was. What was withdrawn is no position.
 * Of what ended before its deadline, by a withdrawal or by another party's dissent, nobody is silent: who had said nothing still had time (SPEC Y3).
 */
function positionIn({ signOffs, isTimeOver }: Ended, partyId: string): PositionKind | undefined {
  const stands = signOffs.filter((signOff) => signOff.partyId === partyId && !signOff.isWithdrawn);
  const said = stands.map(({ decision }) => kindOf[decision]);
  return positionKinds.find((kind) => kind !== 'silent' && said.includes(kind)) ?? (isTimeOver ? 'silent' : undefined);
}

/** The first answer, also when it was taken back and given anew: so long the others had waited to hear from the party. */
function firstWaitMs({ frozenAt, signOffs }: Ended, partyId: string): number | undefined {
  const times = signOffs.filter((signOff) => signOff.partyId === partyId).map(({ at }) => at.getTime() - frozenAt.getTime());
  return times.length === 0 ? undefined : Math.max(0, Math.min(...times));
}

/** The middle one; of an even number the lower of the two, so that it is a wait that somebody really had. */
function median(values: number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}

function tally<Kind extends string>(kinds: readonly Kind[], found: readonly (Kind | undefined)[]): Record<Kind, number> {
  // Every kind of the list is a key, so the record is whole.
  return Object.fromEntries(kinds.map((kind) => [kind, found.filter((one) => one === kind).length])) as Record<Kind, number>;
}
