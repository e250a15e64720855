import type { ListedClaim } from '@/db/queries/desk/claims-of-desk';
import type { DeskParty } from '@/db/queries/desk/desk-workspace';
import type { Decision } from '@/domain/charter/facts';
import { dueStateOf } from '@/domain/claim/due';
import type { RevisionClock } from '@/domain/claim/revision-stages';
import type { Stage } from '@/domain/claim/stage';

/** What one party has done on a claim in its own place. */
export type Progress = Decision | 'unsigned' | 'accepted' | 'not-accepted';

/** One line of the list. It goes to the browser as data beside the page's own text, so it holds what is shown and nothing else. */
export type ListRow = {
  id: string;
  number: number;
  stage: Stage;
  heading: string;
  language: string;
  /** The position of the party that submitted it. */
  from?: number;
  topics?: string[];
  /** The name of who has it in hand. */
  assignee?: string;
  revision?: number;
  /** Where that revision stands while it is being decided, and the moment until which it does. */
  clock?: { is: RevisionClock['is']; until?: string };
  /** Of each signing party, in their order; nobody's signature is due on a closed claim. */
  progress?: Progress[];
  clausesLeft?: number;
  dueOn?: string;
  /** How near that day is, where a word says it. */
  due?: 'overdue' | 'today';
  changedAt?: string;
};

export function listRow(claim: ListedClaim, { parties, today }: { parties: readonly DeskParty[]; today: string }): ListRow {
  const { id, number, stage, heading, language, topics, assignee, revision, clausesLeft, dueOn, changedAt } = claim;
  const due = dueOn === null ? undefined : dueStateOf({ dueOn, stage, today });
  return withoutAbsent({
    ...{ id, number, stage, heading, language, revision, clausesLeft },
    clock: claim.clock && withoutAbsent({ is: claim.clock.is, until: claim.clock.until?.toISOString() }),
    from: parties.find((party) => party.id === claim.submittedByParty)?.position,
    topics: topics.length === 0 ? undefined : topics,
    assignee: assignee?.name,
    progress: stage === 'closed' ? undefined : progressOf(claim, parties),
    dueOn: dueOn ?? undefined,
    due: due === 'overdue' || due === 'today' ? due : undefined,
    changedAt: changedAt?.toISOString(),
  });
}

function progressOf({ stage, signOffs, acceptedBy }: ListedClaim, parties: readonly DeskParty[]): Progress[] {
  const signs = stage === 'signing' || stage === 'published';
  return parties
    .filter(({ standing }) => standing === 'signing')
    .map(({ id }) => {
      if (signs) return signOffs.findLast(({ partyId }) => partyId === id)?.decision ?? 'unsigned';
      return acceptedBy.includes(id) ? 'accepted' : 'not-accepted';
    });
}

type Given<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** The same without what is undefined: React writes that out, name and all. What is left out is exactly what the type calls optional. */
function withoutAbsent<T extends object>(row: T): Given<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Given<T>;
}
