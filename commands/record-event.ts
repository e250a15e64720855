import type { Tx } from '@/db/handle';
import { events } from '@/db/schema';
import type { Actor } from '@/domain/policies/actor';
import { type Context, markChanged } from './command';

/** Every kind of event there is. The desk's activity has a sentence for each that concerns other members; a begun signature or an account's change is kept, not told. */
export const eventTypes = [
  'workspace.set-up',
  'charter.draft-begun',
  'charter.proposed',
  'charter.ratified',
  'charter.notice-begun',
  'charter.withdrawn',
  'charter.in-force',
  'party.exit-declared',
  'party.exit-withdrawn',
  'party.left',
  'claim.submitted',
  'claim.opened',
  'claim.closed',
  'claim.reopened',
  'claim.due-set',
  'claim.assigned',
  'claim.charter-agreed',
  'claim.charter-moved',
  'view.saved',
  'view.removed',
  'import.read',
  'import.begun',
  'import.finished',
  'import.cancelled',
  'import.stopped',
  'import.discarded',
  'comment.written',
  'comment.written-privately',
  'comment.resolved',
  'comment.resolved-privately',
  'comment.reopened',
  'comment.reopened-privately',
  'task.added',
  'task.added-privately',
  'task.changed',
  'task.changed-privately',
  'task.finished',
  'task.finished-privately',
  'task.reopened',
  'task.reopened-privately',
  'appearance.added',
  'language.added',
  'language.removed',
  'question.accepted',
  'search.recorded',
  'primary.justified',
  'reply.asked',
  'reply.recorded',
  'reply.confirmed',
  'reply.contested',
  'reply.waived',
  'publisher.added',
  'source.attached',
  'source.regraded',
  'source.accepted',
  'source.disputed',
  'source.withdrawn',
  'version.named',
  'version.restored',
  'revision.proposed',
  'revision.withdrawn',
  'revision.returned',
  'revision.clock-held',
  'revision.reminded',
  'revision.mediation',
  'revision.cooling',
  'revision.held',
  'revision.reopened',
  'revision.expired',
  'sign-off.begun',
  'sign-off.made',
  'sign-off.withdrawn',
  'interests.declared',
  'attestation.begun',
  'attestation.made',
  'transparency.written',
  'transparency.confirmed',
  'verdict.published',
  'retraction.proposed',
  'retraction.begun',
  'retraction.signed',
  'retraction.declined',
  'retraction.withdrawn',
  'verdict.retracted',
  'challenge.received',
  'challenge.acknowledged',
  'challenge.decided',
  'challenge.withdrawn',
  'challenge.overdue',
  'account.changed',
  'session.confirmed',
  'invitation.made',
  'invitation.revoked',
  'member.joined',
  'member.role-changed',
  'member.removed',
  'member.left',
  'object.stored',
  'object.removed',
] as const;
export type EventType = (typeof eventTypes)[number];

export type NewEvent = {
  type: EventType;
  workspaceId: string;
  claimId?: string;
  subjectId?: string;
  /** Who did it and with which party, where a link let them in or the server itself acts for a party; otherwise the actor. */
  by?: { personId: string | null; partyId: string };
  /** Numbers, labels, ids and given reasons that the sentence prints. Never draft text, a private note or an e-mail: every member reads these. */
  facts?: Record<string, string | number | boolean | null>;
};

/** Records what happened in the transaction that made it happen, and lets who listens know after the commit. */
export async function recordEvent(tx: Tx, context: Context, event: NewEvent): Promise<void> {
  await recordEvents(tx, context, [event]);
}

/** The same for several at once, in their order. */
export async function recordEvents(tx: Tx, context: Context, recorded: readonly NewEvent[]): Promise<void> {
  if (recorded.length === 0) return;
  await tx.insert(events).values(
    recorded.map((event) => ({
      id: context.newId(),
      workspaceId: event.workspaceId,
      type: event.type,
      ...(event.by ?? doer(context.actor)),
      claimId: event.claimId ?? null,
      subjectId: event.subjectId ?? null,
      facts: event.facts ?? {},
      requestId: context.requestId,
      at: context.now,
    })),
  );
  for (const { workspaceId } of recorded) markChanged(workspaceId);
}

function doer(actor: Actor): { personId: string | null; partyId: string | null } {
  return actor.kind === 'member'
    ? { personId: actor.personId, partyId: actor.party?.id ?? null }
    : { personId: null, partyId: null };
}
