import type { DeskSignOff } from '@/db/queries/desk/revision-of-desk';
import { isApproval } from '@/domain/charter/approvals';
import { type Decision, decisions } from '@/domain/charter/facts';
import { type DueStep, dueStep } from '@/domain/claim/due-step';
import { saying } from '@/domain/claim/forecast';
import { factsOf, type LivingRevision, lifeOf } from './life-of';

/** What a signature brings about in the same moment. */
export type Follows = 'publishes' | 'cools' | 'returns' | 'mediates' | 'holds';

export type SigningState = {
  /** What this person has said of the revision and has not taken back. */
  own: DeskSignOff | undefined;
  /** The last word of the person's party, whoever gave it. */
  ofParty: DeskSignOff | undefined;
  /** Names of the signing parties that have approved, and of those that have not, in the charter's order. */
  approved: string[];
  waiting: string[];
  /** Whether the person's party has held the clock of this revision (C25): it does so once. */
  hasHeld: boolean;
  /** What each position of this person would bring about, where it brings about anything at once. */
  follows: Partial<Record<Decision, Follows>>;
};

/** Where the signing stands for one member. Asked of the same function that decides when the signature is made. */
export function signingState(
  revision: LivingRevision,
  member: { personId: string; party: { id: string } | null },
  now: Date,
): SigningState {
  const { signOffs, made } = revision;
  const partyId = member.party?.id;
  const life = lifeOf(revision);
  const hasApproved = (id: string) => signOffs.some((signOff) => signOff.partyId === id && isApproval(signOff.decision));
  const hasHeld = made.some((signOff) => signOff.partyId === partyId && signOff.decision === 'object');
  const { objectionHours } = revision.charter.charter.parameters;
  const holds = !hasHeld && objectionHours > 0 && revision.signingEndsAt !== null;
  const followsOf = (decision: Decision): Follows | undefined => {
    if (decision === 'object') return holds ? 'holds' : undefined;
    const said = factsOf({ partyId: partyId ?? '', personId: member.personId, decision }, revision);
    const step = dueStep(saying(life, said, now), now);
    return step && followsFrom[step.move];
  };
  return {
    own: signOffs.find(({ personId }) => personId === member.personId),
    ofParty: signOffs.findLast((signOff) => signOff.partyId === partyId),
    approved: life.parties.filter(({ id }) => hasApproved(id)).map(({ name }) => name),
    waiting: life.parties.filter(({ id }) => !hasApproved(id)).map(({ name }) => name),
    hasHeld,
    follows: Object.fromEntries(
      decisions.flatMap((decision) => {
        const follows = followsOf(decision);
        return follows === undefined ? [] : [[decision, follows]];
      }),
    ),
  };
}

/** An expiry follows from no signature. */
const followsFrom: Record<DueStep['move'], Follows | undefined> = {
  publish: 'publishes',
  cool: 'cools',
  return: 'returns',
  mediate: 'mediates',
  expire: undefined,
};
