import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type LoadClaimRefusal, loadOpenClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { replyWaivers } from '@/db/schema';
import { reasonOfReply } from '@/domain/reply/contact-channels';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, reason } from '@/domain/text-input';

export const WaiveReplyInput = z.strictObject({ claimId: id, reason: reason(reasonOfReply, 2000) });

export type WaiveReplyRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | LoadClaimRefusal
  | (Refusal<'claim-not-open'> & { state: string })
  | Refusal<'reply-waived-already'>;

/** A party says why nobody need be asked for a reply. It takes effect when every signing party has said so (C18, SPEC RR4). */
export async function waiveReply(context: Context, input: unknown): Promise<Result<{ id: string }, WaiveReplyRefusal>> {
  const parsed = parseInput(WaiveReplyInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'reply.waive');
  if (!authorized.ok) return authorized;
  const { claimId, reason: why } = parsed.value;
  const { workspaceId, personId, party } = authorized.value;

  return withTransaction(context, async (tx) => {
    const claim = await loadOpenClaim(tx, authorized.value, claimId);
    if (!claim.ok) return claim;
    const waiverId = context.newId();
    const made = await tx
      .insert(replyWaivers)
      .values({ id: waiverId, workspaceId, claimId, partyId: party.id, personId, reason: why, at: context.now })
      .onConflictDoNothing()
      .returning({ id: replyWaivers.id });
    if (made.length === 0) return refuse({ code: 'reply-waived-already' });
    const facts = { party: party.name, reason: why };
    await recordEvent(tx, context, { type: 'reply.waived', workspaceId, claimId, subjectId: waiverId, facts });
    return ok({ id: waiverId });
  });
}
