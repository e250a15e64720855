import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { recoveryCodes, secondFactors } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { codeBuckets } from './attempt-buckets';
import { countingCodes } from './counting-codes';
import { GivenPassword } from './person-input';
import { type CodeRefusal, GivenCode, proveCode } from './prove-code';
import { type PasswordRefusal, provePassword } from './prove-password';

export const TurnOffSecondFactorInput = z.strictObject({ password: GivenPassword, code: GivenCode });

export type TurnOffSecondFactorRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | PasswordRefusal
  | CodeRefusal
  | Refusal<'second-factor-off'>;

/** Takes the second factor away, for who gives both the password and a code of it (SPEC M23). Its secret and its recovery codes are deleted. */
export async function turnOffSecondFactor(
  context: Context,
  input: unknown,
): Promise<Result<{ off: true }, TurnOffSecondFactorRefusal>> {
  const parsed = parseInput(TurnOffSecondFactorInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'account.change');
  if (!authorized.ok) return authorized;
  const { personId, sid, workspaceId } = authorized.value;
  const { password, code } = parsed.value;
  const proved = await provePassword(authorized.value, password, context);
  if (!proved.ok) return proved;

  return countingCodes(code, codeBuckets({ personId, at: sid }), () =>
    withTransaction(context, async (tx): Promise<Result<{ off: true }, TurnOffSecondFactorRefusal>> => {
      const coded = await proveCode(tx, { personId, code, now: context.now });
      if (!coded.ok) return coded;
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
      const gone = await tx
        .delete(secondFactors)
        .where(eq(secondFactors.personId, personId))
        .returning({ on: secondFactors.confirmedAt });
      if (gone[0]?.on === undefined || gone[0].on === null) return refuse({ code: 'second-factor-off' });
      const facts = { what: 'second-factor-off' };
      await recordEvent(tx, context, { type: 'account.changed', workspaceId, subjectId: personId, facts });
      return ok({ off: true });
    }),
  );
}
