import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { claims, revisions } from '@/db/schema';
import { type ClaimState, type MoveRefusal, moveClaim } from '@/domain/claim/transitions';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, reason } from '@/domain/text-input';

export const CloseClaimInput = z.strictObject({
  claimId: id,
  as: z.enum(['not-checkable', 'duplicate', 'withdrawn']),
  reason: reason(20, 2000),
});

export type CloseClaimRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | MoveRefusal
  | Refusal<'not-found'>
  | Refusal<'not-your-claim'>
  | Refusal<'verdict-published'>
  | (Refusal<'revision-in-signing'> & { number: number });

/**
 * Ends a claim without a verdict, with a reason that stays (SPEC L1), until a moderator reopens it (SPEC L11). Only the party that submitted a claim withdraws it. What is being signed must be
 * withdrawn first, and what is published can be corrected but not closed: a reader's address never goes silent.
 */
export async function closeClaim(context: Context, input: unknown): Promise<Result<{ state: ClaimState }, CloseClaimRefusal>> {
  const parsed = parseInput(CloseClaimInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.close');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { claimId, as, reason: why } = parsed.value;

  return withTransaction(context, async (tx) => {
    const claim = await loadClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const moved = moveClaim(claim.value.state, 'close');
    if (!moved.ok) return moved;
    if (as === 'withdrawn' && claim.value.submittedByParty !== member.party.id) return refuse({ code: 'not-your-claim' });
    const standing = await standingRevision(tx, claimId);
    if (standing?.state === 'published') return refuse({ code: 'verdict-published' });
    if (standing !== undefined) return refuse({ code: 'revision-in-signing', number: standing.number });

    await tx
      .update(claims)
      .set({ state: moved.value, closedAs: as, closedReason: why, closedAt: context.now })
      .where(eq(claims.id, claimId));
    const facts = { number: claim.value.number, as, reason: why };
    await recordEvent(tx, context, { type: 'claim.closed', workspaceId: member.workspaceId, claimId, subjectId: claimId, facts });
    return ok({ state: moved.value });
  });
}

/** A revision that is published, else one that is being signed. */
async function standingRevision(tx: Tx, claimId: string): Promise<{ number: number; state: string } | undefined> {
  const rows = await tx
    .select({ number: revisions.number, state: revisions.state })
    .from(revisions)
    .where(and(eq(revisions.claimId, claimId), inArray(revisions.state, ['published', 'signing', 'cooling-off'])));
  return rows.find((row) => row.state === 'published') ?? rows[0];
}
