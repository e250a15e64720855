import type { Outcome } from '@/domain/claim/outcomes';
import type { Permission } from '@/domain/policies/permissions';

/** What people choose their mails by. */
export const toldGroups = ['discussion', 'signing', 'publication', 'challenges', 'charter'] as const;
export type ToldGroup = (typeof toldGroups)[number];

/** How the news of a group comes by mail. In the page they always are. */
export const mailWays = ['at-once', 'digest', 'never'] as const;
export type MailWay = (typeof mailWays)[number];

/** A signature has a deadline; the rest can wait for the morning. */
export const usualWays: Record<ToldGroup, MailWay> = {
  discussion: 'digest',
  signing: 'at-once',
  publication: 'digest',
  challenges: 'digest',
  charter: 'digest',
};

/**
 * What somebody is told that happened (SPEC K9): the group it belongs to, and the permission that it takes to be told of it, asked again when a mail is made. A new
 * kind is a line here, and its words under `line` in messages/<language>/discussion.json and under `mail` in told.json.
 */
export const toldKinds = {
  mentioned: { group: 'discussion', needs: 'comment.read' },
  replied: { group: 'discussion', needs: 'comment.read' },
  'task-given': { group: 'discussion', needs: 'task.read' },
  'claim-given': { group: 'discussion', needs: 'claim.assign' },
  'revision-proposed': { group: 'signing', needs: 'revision.sign' },
  'sign-off-reminder': { group: 'signing', needs: 'revision.sign' },
  'clock-held': { group: 'signing', needs: 'revision.read' },
  'deadline-passed': { group: 'signing', needs: 'revision.read' },
  'cooling-off': { group: 'signing', needs: 'revision.read' },
  'sign-off-withdrawn': { group: 'signing', needs: 'revision.read' },
  hold: { group: 'signing', needs: 'revision.read' },
  'revision-returned': { group: 'signing', needs: 'revision.read' },
  'revision-withdrawn': { group: 'signing', needs: 'revision.read' },
  'revision-expired': { group: 'signing', needs: 'revision.read' },
  published: { group: 'publication', needs: 'revision.read' },
  'retraction-proposed': { group: 'signing', needs: 'retraction.sign' },
  'retraction-ended': { group: 'signing', needs: 'revision.read' },
  retraction: { group: 'publication', needs: 'revision.read' },
  'challenge-received': { group: 'challenges', needs: 'challenge.decide' },
  'challenge-overdue': { group: 'challenges', needs: 'challenge.decide' },
  'challenge-decided': { group: 'challenges', needs: 'challenge.read' },
  'charter-proposed': { group: 'charter', needs: 'charter.read' },
  'charter-in-force': { group: 'charter', needs: 'charter.read' },
  'statement-written': { group: 'charter', needs: 'transparency.write' },
} as const satisfies Record<string, { group: ToldGroup; needs: Permission }>;
export type ToldKind = keyof typeof toldKinds;

/** What a revision waits for is asked anew in the page and never stale (SPEC K9): these are stored for the mail alone. */
export const mailedOnly: readonly ToldKind[] = ['revision-proposed', 'sign-off-reminder'];

/** Numbers, times and an outcome's name alone: what somebody wrote is never copied into a notification. `until` is an ISO time. */
export type ToldFacts = { revision?: number; challenge?: number; charter?: number; until?: string; outcome?: Outcome };

/** The groups that have a kind, so that nobody chooses how to be told of nothing. */
export const groupsInUse: readonly ToldGroup[] = toldGroups.filter((group) =>
  Object.values(toldKinds).some((kind) => kind.group === group),
);

/** Where a notification leads, on the desk. */
export function placeOfTold(told: {
  claimId: string | null;
  threadId: string | null;
  taskId: string | null;
  facts: ToldFacts;
  kind?: ToldKind;
}): string {
  const { kind, claimId, threadId, taskId, facts } = told;
  // What is about no claim is about the desk: its charter, or what it says of itself.
  if (claimId === null) return kind === 'statement-written' ? '/desk/transparency' : '/desk/charter';
  const claim = `/desk/claims/${claimId}`;
  if (threadId !== null) return `${claim}?panel=comments#comment-${threadId}`;
  if (taskId !== null) return `${claim}#task-${taskId}`;
  if (kind === 'retraction-proposed' || kind === 'retraction-ended') return `${claim}/retraction`;
  if (facts.challenge !== undefined) return `${claim}/challenges#challenge-${facts.challenge}`;
  return facts.revision === undefined ? claim : `${claim}/revisions/${facts.revision}`;
}
