import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { lifeOfRevision } from '@/commands/revisions/life-of-revision';
import { loadRevision } from '@/commands/revisions/load-revision';
import type { RevisionNotOpen } from '@/commands/revisions/move-stored-revision';
import { reopenSigning } from '@/commands/revisions/reopen-signing';
import { aboutRevision, type Settled, settleWhatCan } from '@/commands/revisions/settle-revision';
import { tellOfRevision } from '@/commands/revisions/tell-of-revision';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { signOffWithdrawals } from '@/db/schema';
import { takingBack } from '@/domain/claim/forecast';
import { isCoolingOff } from '@/domain/claim/signing-clock';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, reason } from '@/domain/text-input';

export const WithdrawSignOffInput = z.strictObject({ revisionId: id, reason: reason(20, 2000) });

export type WithdrawSignOffRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'nothing-signed'>
  | RevisionNotOpen;

/**
 * A moderator takes back what they signed, with a reason that stays beside it (SPEC L19). While a revision cools off this brings it back to signing, unless the
 * positions that are left amount to the same (C29); what they amount to is then asked as after any other change of them.
 */
export async function withdrawSignOff(context: Context, input: unknown): Promise<Result<Settled, WithdrawSignOffRefusal>> {
  const parsed = parseInput(WithdrawSignOffInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'revision.sign');
  if (!authorized.ok) return authorized;
  const member = authorized.value;

  return withTransaction(context, async (tx) => {
    const loaded = await loadRevision(tx, member, parsed.value.revisionId);
    if (!loaded.ok) return loaded;
    const { claim, revision } = loaded.value;
    // What has been due for publication since is as good as published: the clock is only late.
    if (revision.state !== 'signing' && !isCoolingOff(revision, context.now))
      return refuse({ code: 'revision-not-open', state: revision.state });
    const signing = await signingOfRevision(revision, tx);
    const { earlier, made } = signing;
    const own = made.find((one) => earlier.includes(one) && one.personId === member.personId && one.partyId === member.party.id);
    if (own === undefined) return refuse({ code: 'nothing-signed' });
    await tx.insert(signOffWithdrawals).values({
      id: context.newId(),
      workspaceId: member.workspaceId,
      revisionId: revision.id,
      signOffId: own.id,
      personId: member.personId,
      partyId: member.party.id,
      reason: parsed.value.reason,
      at: context.now,
    });
    const facts = { number: revision.number, decision: own.decision };
    await recordEvent(tx, context, { ...aboutRevision(revision), type: 'sign-off.withdrawn', facts });
    await tellOfRevision(tx, context, { kind: 'sign-off-withdrawn', revision, by: member });
    const left = takingBack(lifeOfRevision(revision, signing), own, context.now);
    const open = left.state === revision.state ? ok(revision) : await reopenSigning(tx, context, revision);
    return open.ok ? ok(await settleWhatCan(tx, context, { claim, revision: open.value })) : open;
  });
}
