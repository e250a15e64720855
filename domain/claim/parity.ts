import type { Decision, SigningParty } from '@/domain/charter/facts';
import { type Outcome, outcomes } from './outcomes';

/** What a party can have said of a revision when its signing ended. Silence is none of them and no consent. */
export const positionKinds = ['approved', 'dissented', 'objected', 'abstained', 'silent'] as const;
export type PositionKind = (typeof positionKinds)[number];

export type ParityFacts = {
  parties: SigningParty[];
  /** Claims that were ever opened, with the outcome of their verdict if there is one. */
  claims: { broughtBy: string; outcome: Outcome | undefined; corrections: number; isRetracted: boolean }[];
  /** Revisions whose signing has ended, by publication or otherwise (SPEC Y2). */
  revisions: {
    proposedBy: string;
    frozenAt: Date;
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
  outcomes: Record<Outcome, number>;
  proposed: number;
  /** Of the revisions that asked this party, how many it answered in each way. */
  positions: Record<PositionKind, number>;
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
    const answered = asked.filter((revision) => positionIn(revision, party.id) !== 'silent');
    const waits = answered.flatMap((revision) => firstWaitMs(revision, party.id) ?? []);
    const verdicts = brought.filter(({ outcome }) => outcome !== undefined);
    return {
      party,
      opened: brought.length,
      published: verdicts.length,
      outcomes: tally(
        outcomes,
        verdicts.map(({ outcome }) => outcome),
      ),
      proposed: revisions.filter(({ proposedBy }) => proposedBy === party.id).length,
      positions: tally(
        positionKinds,
        asked.map((revision) => positionIn(revision, party.id)),
      ),
      medianWaitMs: median(waits),
      longestWaitMs: waits.length === 0 ? undefined : Math.max(...waits),
      withdrew: revisions.flatMap(({ signOffs }) => signOffs).filter((one) => one.isWithdrawn && one.partyId === party.id).length,
      held: revisions.flatMap(({ holds }) => holds).filter((id) => id === party.id).length,
      corrected: brought.reduce((sum, { corrections }) => sum + corrections, 0),
      retracted: brought.filter(({ isRetracted }) => isRetracted).length,
    };
  });
}

type Ended = ParityFacts['revisions'][number];

/** A party that both approved and dissented, by two moderators, is counted by its approval: that is what its consent was. What was withdrawn is no position. */
function positionIn({ signOffs }: Ended, partyId: string): PositionKind {
  const stands = signOffs.filter((signOff) => signOff.partyId === partyId && !signOff.isWithdrawn);
  const said = stands.map(({ decision }) => kindOf[decision]);
  return positionKinds.find((kind) => kind !== 'silent' && said.includes(kind)) ?? 'silent';
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
