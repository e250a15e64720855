import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { claims } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { day, id } from '@/domain/text-input';

export const SetDueDateInput = z.strictObject({
  claimId: id,
  /** A day in the workspace's time zone; null takes the date away. */
  dueOn: z.preprocess((value) => (value === '' ? null : value), day.nullable()),
});

export type SetDueDateRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'claim-closed'>
  | Refusal<'unchanged'>;

/**
 * The day by which the desk wants to be done with a claim (SPEC D3). One date for all parties, that any of their editors moves: it reminds and decides
 * nothing. A day that has passed may be set, since some claims are due before anybody sees them.
 */
export async function setDueDate(context: Context, input: unknown): Promise<Result<{ dueOn: string | null }, SetDueDateRefusal>> {
  const parsed = parseInput(SetDueDateInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.schedule');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { claimId, dueOn } = parsed.value;

  return withTransaction(context, async (tx) => {
    const claim = await loadClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    if (claim.value.state === 'closed') return refuse({ code: 'claim-closed' });
    if (claim.value.dueOn === dueOn) return refuse({ code: 'unchanged' });
    await tx.update(claims).set({ dueOn }).where(eq(claims.id, claimId));
    const facts = { number: claim.value.number, dueOn, before: claim.value.dueOn };
    await recordEvent(tx, context, {
      type: 'claim.due-set',
      workspaceId: member.workspaceId,
      claimId,
      subjectId: claimId,
      facts,
    });
    return ok({ dueOn });
  });
}
