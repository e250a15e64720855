import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { claims } from '@/db/schema';
import { type ClaimState, type MoveRefusal, moveClaim, wayBack } from '@/domain/claim/transitions';
import { ok, type Refusal, type Result } from '@/domain/result';
import { id, reason } from '@/domain/text-input';

export const ReopenClaimInput = z.strictObject({ claimId: id, reason: reason(20, 2000) });

export type ReopenClaimRefusal = AuthorizationRefusal | InputRefusal | MoveRefusal | Refusal<'not-found'>;

/**
 * Takes a closed claim back to where it was, so that no party ends another's question for good (SPEC L11, L12). Any moderator of a signing party may, of the
 * one that closed it too, and whoever closed it may close it again: both reasons stay in the history, where every party reads them. A claim that was
 * open keeps its record, its charter and what was agreed on it; nothing of them is touched here.
 */
export async function reopenClaim(context: Context, input: unknown): Promise<Result<{ state: ClaimState }, ReopenClaimRefusal>> {
  const parsed = parseInput(ReopenClaimInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.reopen');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { claimId, reason: why } = parsed.value;

  return withTransaction(context, async (tx) => {
    const claim = await loadClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const { state, openedAt, number, closedAs, closedReason } = claim.value;
    const moved = moveClaim(state, wayBack({ wasOpened: openedAt !== null }));
    if (!moved.ok) return moved;
    await tx
      .update(claims)
      .set({ state: moved.value, closedAs: null, closedReason: null, closedAt: null, duplicateOf: null })
      .where(eq(claims.id, claimId));
    // The row forgets why it was closed, so the event keeps it.
    const facts = { number, as: closedAs, closedReason, reason: why, state: moved.value };
    await recordEvent(tx, context, {
      type: 'claim.reopened',
      workspaceId: member.workspaceId,
      claimId,
      subjectId: claimId,
      facts,
    });
    return ok({ state: moved.value });
  });
}
