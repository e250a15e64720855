import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { claims, revisions } from '@/db/schema';
import { uncheckableKinds } from '@/domain/claim/statement-kinds';
import { type ClaimState, type MoveRefusal, moveClaim } from '@/domain/claim/transitions';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, reason } from '@/domain/text-input';

export const CloseClaimInput = z.strictObject({
  claimId: id,
  as: z.enum(['not-checkable', 'duplicate', 'withdrawn']),
  reason: reason(20, 2000),
  /** Which kind of statement it is that nobody can check (C02); absent of one that fails otherwise. */
  statement: z.preprocess((value) => (value === '' ? undefined : value), z.enum(uncheckableKinds).optional()),
  /** The claim that a duplicate repeats. */
  duplicateOf: z.preprocess((value) => (value === '' ? undefined : value), id.optional()),
});

export type CloseClaimRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | MoveRefusal
  | Refusal<'not-found'>
  | Refusal<'not-your-claim'>
  | Refusal<'verdict-published'>
  | Refusal<'duplicate-of-nothing'>
  | Refusal<'duplicate-of-itself'>
  | (Refusal<'duplicate-of-duplicate'> & { number: number })
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
  const { claimId, as, reason: why, statement, duplicateOf } = parsed.value;

  return withTransaction(context, async (tx) => {
    const kind = as === 'not-checkable' ? statement : undefined;
    if (duplicateOf !== undefined) await lockInOrder(tx, [claimId, duplicateOf]);
    const claim = await loadClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const moved = moveClaim(claim.value.state, 'close');
    if (!moved.ok) return moved;
    if (as === 'withdrawn' && claim.value.submittedByParty !== member.party.id) return refuse({ code: 'not-your-claim' });
    const other = as === 'duplicate' ? await repeated(tx, member.workspaceId, { claimId, duplicateOf }) : ok(undefined);
    if (!other.ok) return other;
    const standing = await standingRevision(tx, claimId);
    if (standing?.state === 'published') return refuse({ code: 'verdict-published' });
    if (standing !== undefined) return refuse({ code: 'revision-in-signing', number: standing.number });

    await tx
      .update(claims)
      .set({
        state: moved.value,
        closedAs: as,
        closedReason: why,
        closedAt: context.now,
        duplicateOf: other.value?.id ?? null,
        ...(kind && { statement: kind }),
      })
      .where(eq(claims.id, claimId));
    const facts = {
      number: claim.value.number,
      as,
      reason: why,
      ...(kind && { kind }),
      ...(other.value && { duplicateOf: other.value.number }),
    };
    await recordEvent(tx, context, { type: 'claim.closed', workspaceId: member.workspaceId, claimId, subjectId: claimId, facts });
    return ok({ state: moved.value });
  });
}

type Repeated = Result<
  { id: string; number: number },
  | Refusal<'not-found'>
  | Refusal<'duplicate-of-nothing'>
  | Refusal<'duplicate-of-itself'>
  | (Refusal<'duplicate-of-duplicate'> & { number: number })
>;

/** The claim that is repeated (SPEC IN12). One that is itself a duplicate would lead readers in a circle, so its own is to be named. */
async function repeated(
  tx: Tx,
  workspaceId: string,
  { claimId, duplicateOf }: { claimId: string; duplicateOf: string | undefined },
): Promise<Repeated> {
  if (duplicateOf === undefined) return refuse({ code: 'duplicate-of-nothing' });
  if (duplicateOf === claimId) return refuse({ code: 'duplicate-of-itself' });
  const [other] = await tx
    .select({ id: claims.id, number: claims.number, duplicateOf: claims.duplicateOf })
    .from(claims)
    .where(and(eq(claims.id, duplicateOf), eq(claims.workspaceId, workspaceId)));
  if (other === undefined) return refuse({ code: 'not-found' });
  return other.duplicateOf === null ? ok(other) : refuse({ code: 'duplicate-of-duplicate', number: other.number });
}

/** Both claims, in one order for everybody: two that were closed as each other's duplicates at once would otherwise wait for one another. */
async function lockInOrder(tx: Tx, ids: string[]): Promise<void> {
  await tx.select({ id: claims.id }).from(claims).where(inArray(claims.id, ids)).orderBy(claims.id).for('update');
}

/** A revision that is published, else one that is being signed. */
async function standingRevision(tx: Tx, claimId: string): Promise<{ number: number; state: string } | undefined> {
  const rows = await tx
    .select({ number: revisions.number, state: revisions.state })
    .from(revisions)
    .where(and(eq(revisions.claimId, claimId), inArray(revisions.state, ['published', 'signing', 'cooling-off'])));
  return rows.find((row) => row.state === 'published') ?? rows[0];
}
