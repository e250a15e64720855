import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { ok, type Result } from '@/domain/result';
import { endSessionsOf } from './end-sessions-of';

export const SignOutEverywhereInput = z.strictObject({});

/** Ends every session of the person who asks, this one included (SPEC M22). */
export async function signOutEverywhere(
  context: Context,
  input: unknown,
): Promise<Result<{ endedSessions: number }, AuthorizationRefusal | InputRefusal>> {
  const parsed = parseInput(SignOutEverywhereInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'account.change');
  if (!authorized.ok) return authorized;
  const { personId } = authorized.value;

  const ended = await withTransaction(context, async (tx) =>
    ok({ endedSessions: await endSessionsOf(tx, context, { personId }) }),
  );
  context.collab.recheckAccess();
  return ended;
}
