import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { ok, type Refusal, type Result } from '@/domain/result';
import { id } from '@/domain/text-input';
import { AssignClaimInput, assignClaim } from './assign-claim';
import { CloseClaimInput, closeClaim } from './close-claim';
import { SetDueDateInput, setDueDate } from './set-due-date';

/** Two pages of the list: a person has seen what they change. */
const mostClaims = 100;

export const ChangeClaimsInput = z.strictObject({
  claimIds: z.array(id).min(1).max(mostClaims),
  change: z.discriminatedUnion('kind', [
    SetDueDateInput.omit({ claimId: true }).extend({ kind: z.literal('due') }),
    AssignClaimInput.omit({ claimId: true }).extend({ kind: z.literal('assign') }),
    CloseClaimInput.pick({ reason: true, statement: true }).extend({ kind: z.literal('close'), as: z.literal('not-checkable') }),
  ]),
});

export type ClaimsChanged = {
  done: string[];
  refused: { claimId: string; refusal: Refusal }[];
};

const permissionOf = { due: 'claim.schedule', assign: 'claim.assign', close: 'claim.close' } as const;

/**
 * The same change of many claims, each judged by the command that changes one (SPEC D7). Each is done or refused by itself: one that somebody else closed
 * meanwhile must not hold up the rest, and nothing here decides again what that command decides.
 */
export async function changeClaims(
  context: Context,
  input: unknown,
): Promise<Result<ClaimsChanged, AuthorizationRefusal | InputRefusal>> {
  const parsed = parseInput(ChangeClaimsInput, input);
  if (!parsed.ok) return parsed;
  const { claimIds, change } = parsed.value;
  const authorized = authorize(context.actor, permissionOf[change.kind]);
  if (!authorized.ok) return authorized;
  const changed: ClaimsChanged = { done: [], refused: [] };
  // One after another, so that a page of claims does not take every connection.
  for (const claimId of new Set(claimIds)) {
    const result = await changeOne(context, claimId, change);
    if (result.ok) changed.done.push(claimId);
    else changed.refused.push({ claimId, refusal: result.refusal });
  }
  return ok(changed);
}

type Change = z.output<typeof ChangeClaimsInput>['change'];

function changeOne(context: Context, claimId: string, change: Change): Promise<Result<unknown, Refusal>> {
  switch (change.kind) {
    case 'due':
      return setDueDate(context, { claimId, dueOn: change.dueOn });
    case 'assign':
      return assignClaim(context, { claimId, personId: change.personId });
    case 'close':
      return closeClaim(context, { claimId, as: change.as, reason: change.reason, statement: change.statement });
  }
}
