import { eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { people, secondFactors } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { seal } from '@/platform/seal';
import { appAddress, secretBytes, secretFromHex } from '@/platform/totp';
import { GivenPassword } from './person-input';
import { secretSeal } from './prove-code';
import { type PasswordRefusal, provePassword } from './prove-password';

export const BeginSecondFactorInput = z.strictObject({ password: GivenPassword });

export type BeginSecondFactorRefusal = AuthorizationRefusal | InputRefusal | PasswordRefusal | Refusal<'second-factor-on'>;

/**
 * Makes the secret of an authenticator app for the member who asks, and shows it this once, as letters and as what a picture says. It counts when a first code of
 * it has come back (SPEC M23); a second beginning replaces the first.
 */
export async function beginSecondFactor(
  context: Context,
  input: unknown,
): Promise<Result<{ secret: string; address: string }, BeginSecondFactorRefusal>> {
  const parsed = parseInput(BeginSecondFactorInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'account.change');
  if (!authorized.ok) return authorized;
  const { personId, workspaceId } = authorized.value;
  const proved = await provePassword(authorized.value, parsed.value.password, context);
  if (!proved.ok) return proved;
  const secret = secretFromHex(context.randomHex(secretBytes));

  return withTransaction(context, async (tx): Promise<Result<{ secret: string; address: string }, BeginSecondFactorRefusal>> => {
    const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId)).for('update');
    if (person === undefined) return refuse({ code: 'not-signed-in' });
    const fresh = { sealedSecret: seal(secret, secretSeal), createdAt: context.now, lastStep: null };
    // One statement: a first code that comes at this moment turns on the secret that it was made of, or none.
    const begun = await tx
      .insert(secondFactors)
      .values({ personId, ...fresh })
      .onConflictDoUpdate({ target: secondFactors.personId, set: fresh, setWhere: isNull(secondFactors.confirmedAt) })
      .returning({ personId: secondFactors.personId });
    if (begun.length === 0) return refuse({ code: 'second-factor-on' });
    const { name } = await deskWorkspace({ workspaceId }, tx);
    return ok({ secret, address: appAddress({ secret, account: person.email, issuer: name }) });
  });
}
