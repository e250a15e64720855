import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { ok, type Result } from '@/domain/result';
import { type SeenRefusal, seenBy } from './appearance-input';
import { insertClaim, NewClaimInput, nextNumber } from './insert-claim';

export type SubmitClaimRefusal = AuthorizationRefusal | InputRefusal | SeenRefusal;

/** A claim in the words in which it was made, with the first place where it appeared (C01). It waits for triage: nobody works on it until it is opened. */
export async function submitClaim(
  context: Context,
  input: unknown,
): Promise<Result<{ id: string; number: number }, SubmitClaimRefusal>> {
  const parsed = parseInput(NewClaimInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.submit');
  if (!authorized.ok) return authorized;
  const seen = seenBy(context.now, parsed.value.appearance);
  if (!seen.ok) return seen;
  const member = authorized.value;

  return withTransaction(context, async (tx) => {
    await lockWorkspace(tx, member.workspaceId);
    const number = await nextNumber(tx, member.workspaceId);
    return ok(await insertClaim(tx, context, { member, number, input: parsed.value }));
  });
}
