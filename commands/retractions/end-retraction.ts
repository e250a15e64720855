import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { aboutRevision } from '@/commands/revisions/settle-revision';
import { tellOfRevision } from '@/commands/revisions/tell-of-revision';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { reasonLimit } from '@/domain/correction/grades';
import type { RetractionNotOpen, RetractionState } from '@/domain/correction/retraction';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, reason } from '@/domain/text-input';
import { loadRetraction } from './load-retraction';
import { moveStoredRetraction } from './move-stored-retraction';

export const EndRetractionInput = z.strictObject({ retractionId: id, reason: reason(20, reasonLimit) });

export type EndRetractionRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'not-your-party'>
  | RetractionNotOpen;

/** A moderator's word that a verdict stands: their own party's proposal to retract it is withdrawn, another's declined, and the reason is kept (SPEC RT4). */
export async function endRetraction(
  context: Context,
  input: unknown,
): Promise<Result<{ state: RetractionState }, EndRetractionRefusal>> {
  const parsed = parseInput(EndRetractionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'retraction.sign');
  if (!authorized.ok) return authorized;
  const member = authorized.value;

  return withTransaction(context, async (tx) => {
    const loaded = await loadRetraction(tx, member, parsed.value.retractionId);
    if (!loaded.ok) return loaded;
    const { retraction, revision } = loaded.value;
    const { consent } = await signingOfRevision(revision, tx);
    if (!consent.charter.some((party) => party.id === member.party.id)) return refuse({ code: 'not-your-party' });
    const isOwn = retraction.proposedByParty === member.party.id;
    const ended = { endedAt: context.now, endedByParty: member.party.id, endedReason: parsed.value.reason };
    const moved = await moveStoredRetraction(tx, retraction, isOwn ? 'withdraw' : 'decline', ended);
    if (!moved.ok) return moved;
    await recordEvent(tx, context, {
      ...aboutRevision(revision),
      type: isOwn ? 'retraction.withdrawn' : 'retraction.declined',
      facts: { number: revision.number },
    });
    await tellOfRevision(tx, context, { kind: 'retraction-ended', revision, by: member, also: [retraction.proposedBy] });
    return ok({ state: moved.value });
  });
}
