import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { isAccepted } from '@/commands/corrections/grade-revision';
import { peopleAt } from '@/commands/notifications/people-at';
import { tell } from '@/commands/notifications/tell';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { loadRevision } from '@/commands/revisions/load-revision';
import type { RevisionNotOpen } from '@/commands/revisions/move-stored-revision';
import { aboutRevision } from '@/commands/revisions/settle-revision';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { retractions } from '@/db/schema';
import { lists } from '@/domain/charter/charter-text';
import { reasonLimit, retractionReasonMinimum } from '@/domain/correction/grades';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, reason } from '@/domain/text-input';

export const ProposeRetractionInput = z.strictObject({
  revisionId: id,
  reason: reason(retractionReasonMinimum, reasonLimit),
  challengeId: z.preprocess((value) => (value === '' ? undefined : value), id.optional()),
});

export type ProposeRetractionRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'not-your-party'>
  | RevisionNotOpen
  | (Refusal<'no-retraction-here'> & { clause: 'C35' })
  | (Refusal<'retraction-open'> & { clause: 'C35' })
  | (Refusal<'challenge-not-accepted'> & { clause: 'C35' });

/** Proposes to take a published verdict back, with the reason that the public will read (C35, SPEC RT1). Nothing changes until every party has signed that. */
export async function proposeRetraction(
  context: Context,
  input: unknown,
): Promise<Result<{ id: string }, ProposeRetractionRefusal>> {
  const parsed = parseInput(ProposeRetractionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'retraction.propose');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { revisionId, reason: why, challengeId } = parsed.value;

  return withTransaction(context, async (tx) => {
    const loaded = await loadRevision(tx, member, revisionId);
    if (!loaded.ok) return loaded;
    const { claim, revision } = loaded.value;
    if (revision.state !== 'published') return refuse({ code: 'revision-not-open', state: revision.state });
    const { charter, consent } = await signingOfRevision(revision, tx);
    if (!lists(charter, 'C35')) return refuse({ code: 'no-retraction-here', clause: 'C35' });
    if (!consent.charter.some((party) => party.id === member.party.id)) return refuse({ code: 'not-your-party' });
    if (challengeId !== undefined && !(await isAccepted(tx, member, { claimId: claim.id, challengeId })))
      return refuse({ code: 'challenge-not-accepted', clause: 'C35' });
    const retractionId = context.newId();
    const made = await tx
      .insert(retractions)
      .values({
        id: retractionId,
        workspaceId: member.workspaceId,
        claimId: claim.id,
        revisionId,
        state: 'proposed',
        reason: why,
        challengeId: challengeId ?? null,
        proposedBy: member.personId,
        proposedByParty: member.party.id,
        proposedAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: retractions.id });
    if (made.length === 0) return refuse({ code: 'retraction-open', clause: 'C35' });
    const facts = { number: revision.number };
    await recordEvent(tx, context, { ...aboutRevision(revision), type: 'retraction.proposed', facts });
    await tell(tx, context, {
      ...{ kind: 'retraction-proposed', workspaceId: member.workspaceId, claimId: claim.id, revisionId, by: member },
      ...{
        facts: { revision: revision.number },
        to: await peopleAt(tx, { workspaceId: member.workspaceId, who: 'signing-moderators' }),
      },
    });
    return ok({ id: retractionId });
  });
}
