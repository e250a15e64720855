import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { isEndable } from '@/domain/claim/signing-clock';
import type { RevisionState } from '@/domain/claim/transitions';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, reason } from '@/domain/text-input';
import { loadRevision } from './load-revision';
import { moveStoredRevision, type RevisionNotOpen } from './move-stored-revision';
import { tellOfRevision } from './tell-of-revision';

export const WithdrawRevisionInput = z.strictObject({ revisionId: id, reason: reason(20, 2000) });

export type WithdrawRevisionRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'not-your-proposal'>
  | RevisionNotOpen;

/** The proposing party takes its revision back to work, with a reason that stays, until it is due for publication (SPEC L8). What was signed on it counts for nothing else. */
export async function withdrawRevision(
  context: Context,
  input: unknown,
): Promise<Result<{ state: RevisionState }, WithdrawRevisionRefusal>> {
  const parsed = parseInput(WithdrawRevisionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'revision.withdraw');
  if (!authorized.ok) return authorized;
  const member = authorized.value;

  return withTransaction(context, async (tx) => {
    const loaded = await loadRevision(tx, member, parsed.value.revisionId);
    if (!loaded.ok) return loaded;
    const { revision } = loaded.value;
    if (revision.proposedByParty !== member.party.id) return refuse({ code: 'not-your-proposal' });
    if (!isEndable(revision, context.now)) return refuse({ code: 'revision-not-open', state: revision.state });
    const ended = { endedReason: parsed.value.reason, endedByParty: member.party.id, endedAt: context.now };
    const moved = await moveStoredRevision(tx, revision, 'withdraw', ended);
    if (!moved.ok) return moved;
    await recordEvent(tx, context, {
      type: 'revision.withdrawn',
      workspaceId: member.workspaceId,
      claimId: revision.claimId,
      subjectId: revision.id,
      facts: { number: revision.number },
    });
    await tellOfRevision(tx, context, { kind: 'revision-withdrawn', revision, by: member, also: [revision.proposedBy] });
    return ok({ state: moved.value });
  });
}
