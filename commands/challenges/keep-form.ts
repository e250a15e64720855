import { lt } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { returnedForms } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { env } from '@/platform/env';
import { takeAttempt } from '@/platform/rate-limit';
import { seal } from '@/platform/seal';

/** Long enough to mend a form, short enough to keep nobody's address. */
const keepMs = 15 * 60 * 1000;
/** Of one field: more than any of them takes, so that what is too long is seen as such, and a bound all the same. */
const fieldLimit = 10_000;
const issueLimit = 20;

export const KeepFormInput = z.strictObject({
  from: z.string(),
  fields: z.record(
    z.string().max(40),
    z.string().transform((value) => value.slice(0, fieldLimit)),
  ),
  code: z.string().max(60),
  issues: z.array(z.looseObject({ field: z.string(), code: z.string() })).max(issueLimit),
});

/** Seals a form that waits to be shown again. */
export const formSeal = 'returned form';

/**
 * Keeps a refused form for the page that shows it again, for a browser without a script (SPEC CH6). Its key goes into the address; its words never do, since
 * addresses are kept in histories and logs. Strangers fill this, so it is counted by address and gone in a quarter of an hour.
 */
export async function keepForm(
  context: Context,
  input: unknown,
): Promise<Result<{ token: string }, InputRefusal | (Refusal<'too-many-attempts'> & { retryAfterSeconds: number })>> {
  const parsed = parseInput(KeepFormInput, input);
  if (!parsed.ok) return parsed;
  const { from, ...form } = parsed.value;
  const attempt = await takeAttempt([{ key: `returned form of ${from}`, limit: env().CHALLENGES_PER_ADDRESS * 3 }]);
  if (!attempt.allowed) return refuse({ code: 'too-many-attempts', retryAfterSeconds: attempt.retryAfterSeconds });
  const token = context.randomHex(16);

  return withTransaction(context, async (tx) => {
    await tx.delete(returnedForms).where(lt(returnedForms.expiresAt, context.now));
    await tx.insert(returnedForms).values({
      tokenSha256: digestOf(token),
      sealed: seal(JSON.stringify(form), formSeal),
      expiresAt: new Date(context.now.getTime() + keepMs),
    });
    return ok({ token });
  });
}
