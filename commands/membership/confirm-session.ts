import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { ok, type Result, refuse } from '@/domain/result';
import { codeBuckets } from './attempt-buckets';
import { confirmLive } from './confirm-live';
import { countingCodes } from './counting-codes';
import { GivenPassword } from './person-input';
import { type CodeRefusal, GivenCode, proveCode } from './prove-code';
import { type PasswordRefusal, provePassword } from './prove-password';

/** The code is asked for where a second factor is on (SPEC M25). */
export const ConfirmSessionInput = z.strictObject({ password: GivenPassword, code: GivenCode.optional() });

export type ConfirmSessionRefusal = AuthorizationRefusal | InputRefusal | PasswordRefusal | CodeRefusal;

/** The member of a session proves again who they are: what signing asks for within ten minutes (C22). */
export async function confirmSession(
  context: Context,
  input: unknown,
): Promise<Result<{ confirmedAt: string }, ConfirmSessionRefusal>> {
  const parsed = parseInput(ConfirmSessionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'session.confirm');
  if (!authorized.ok) return authorized;
  const { personId, sid } = authorized.value;
  const { password, code } = parsed.value;
  const proved = await provePassword(authorized.value, password, context);
  if (!proved.ok) return proved;

  return countingCodes(code, codeBuckets({ personId, at: sid }), () =>
    withTransaction(context, async (tx): Promise<Result<{ confirmedAt: string }, ConfirmSessionRefusal>> => {
      const coded = await proveCode(tx, { personId, code, now: context.now });
      if (!coded.ok) return coded;
      // Signed out elsewhere while the password was being compared.
      if (!(await confirmLive(tx, context, authorized.value, context.now))) return refuse({ code: 'not-signed-in' });
      return ok({ confirmedAt: context.now.toISOString() });
    }),
  );
}
