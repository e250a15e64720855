import type { DeskParty } from '@/db/queries/desk/desk-workspace';
import type { ToldNotification } from '@/db/queries/desk/told-notifications';
import type { WaitingNotification } from '@/db/queries/desk/waiting-notifications';
import { placeOfTold } from '@/domain/discussion/told-kinds';

/** A notification as its line shows it: a sentence's name and facts, words that somebody wrote, and where it leads. */
export type NotificationLineProps = {
  key: string;
  kind: ToldNotification['kind'] | WaitingNotification['kind'];
  href: string;
  isRead: boolean;
  isPrivate: boolean;
  facts: { claim: number; revision: number; challenge: number; charter: number; outcome: string; name: string; party: string };
  /** The moment that a clock runs to. */
  until: Date | undefined;
  words: string | null;
  party: Pick<DeskParty, 'name' | 'letter' | 'position'> | undefined;
  at: Date | undefined;
  /** A day, for what is due. */
  dueOn: string | undefined;
};

const noFacts = { revision: 0, challenge: 0, charter: 0, outcome: '', name: '', party: '' };

export function lineOfWaiting(item: WaitingNotification): NotificationLineProps {
  const { key, kind, claimId, claimNumber: claim, isRead } = item;
  const line = { key, kind, isRead, party: undefined, at: undefined, until: undefined };
  if (item.kind === 'sign') {
    const href = `/desk/claims/${claimId}/revisions/${item.revision}`;
    return {
      ...line,
      href,
      facts: { ...noFacts, claim, revision: item.revision },
      words: null,
      isPrivate: false,
      dueOn: undefined,
    };
  }
  const { taskId, what: words, dueOn, isPrivate } = item;
  return { ...line, href: `/desk/claims/${claimId}#task-${taskId}`, facts: { ...noFacts, claim }, words, isPrivate, dueOn };
}

export function lineOfTold(item: ToldNotification, party: DeskParty | undefined): NotificationLineProps {
  const { key, kind, claimNumber: claim, isRead, isPrivate, words, at, by } = item;
  return {
    ...{ key, kind, isRead, isPrivate, words, at },
    href: placeOfTold(item),
    facts: { ...noFacts, ...numbersOf(item), claim: claim ?? 0, name: by?.person ?? '', party: party?.name ?? '' },
    party: party && { name: party.name, letter: party.letter, position: party.position },
    until: item.facts.until === undefined ? undefined : new Date(item.facts.until),
    dueOn: undefined,
  };
}

function numbersOf({ facts: { revision = 0, challenge = 0, charter = 0, outcome } }: ToldNotification) {
  return { revision, challenge, charter, outcome: outcome?.replaceAll('-', '_') ?? '' };
}
