import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { recoveryCodes, secondFactors } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { codeBuckets } from './attempt-buckets';
import { countingCodes } from './counting-codes';
import { type CodeRefusal, GivenCode, takeStep } from './prove-code';

export const TurnOnSecondFactorInput = z.strictObject({ code: GivenCode });

export type TurnOnSecondFactorRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | CodeRefusal
  | Refusal<'second-factor-on'>
  | Refusal<'second-factor-not-begun'>;

type TurnedOn = { recoveryCodes: string[] };

const codesMade = 10;
/** 64 bits each: nobody guesses one, and nobody finds one from its digest. */
const codeBytes = 8;

/** A first code shows that the app works, and the second factor is on. Answers the recovery codes, this once; stored are their digests (SPEC M23, M24). */
export async function turnOnSecondFactor(context: Context, input: unknown): Promise<Result<TurnedOn, TurnOnSecondFactorRefusal>> {
  const parsed = parseInput(TurnOnSecondFactorInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'account.change');
  if (!authorized.ok) return authorized;
  const { personId, sid, workspaceId } = authorized.value;
  const { code } = parsed.value;
  const made = Array.from({ length: codesMade }, () => context.randomHex(codeBytes));

  return countingCodes(code, codeBuckets({ personId, at: sid }), () =>
    withTransaction(context, async (tx): Promise<Result<TurnedOn, TurnOnSecondFactorRefusal>> => {
      const [factor] = await tx.select().from(secondFactors).where(eq(secondFactors.personId, personId)).for('update');
      if (factor === undefined) return refuse({ code: 'second-factor-not-begun' });
      if (factor.confirmedAt !== null) return refuse({ code: 'second-factor-on' });
      if (!(await takeStep(tx, factor, { code, now: context.now }))) return refuse({ code: 'wrong-code' });
      await tx.update(secondFactors).set({ confirmedAt: context.now }).where(eq(secondFactors.personId, personId));
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
      await tx.insert(recoveryCodes).values(made.map((one) => ({ personId, codeSha256: digestOf(one) })));
      const facts = { what: 'second-factor-on' };
      await recordEvent(tx, context, { type: 'account.changed', workspaceId, subjectId: personId, facts });
      return ok({ recoveryCodes: made.map(inGroups) });
    }),
  );
}

/** Sixteen letters and digits are read and typed in four groups. */
function inGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}
