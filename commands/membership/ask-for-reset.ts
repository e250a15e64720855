import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { passwordResets } from '@/db/schema';
import { resetEnd } from '@/domain/membership/password-reset';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { takeAttempt } from '@/platform/rate-limit';
import { seal } from '@/platform/seal';
import { resetBuckets } from './attempt-buckets';
import { EmailAddress } from './person-input';

/** `from` is the client's address as the server saw it. */
export const AskForResetInput = z.strictObject({ email: EmailAddress, from: z.string() });

export type AskForResetRefusal = InputRefusal | (Refusal<'too-many-attempts'> & { retryAfterSeconds: number });

/** Seals an address that waits to be looked for. */
export const resetSeal = 'password reset';

/**
 * Takes down that somebody forgot a password. Whether anybody has the address is not looked at here: every address costs the same and gets the same answer, in the
 * same time (SPEC M20). `answerReset` does the rest.
 */
export async function askForReset(context: Context, input: unknown): Promise<Result<{ asked: true }, AskForResetRefusal>> {
  const parsed = parseInput(AskForResetInput, input);
  if (!parsed.ok) return parsed;
  const { email, from } = parsed.value;
  // No success gives an attempt back: a mail is what each of them may cost somebody.
  const attempt = await takeAttempt(resetBuckets({ email, from }));
  if (!attempt.allowed) return refuse({ code: 'too-many-attempts', retryAfterSeconds: attempt.retryAfterSeconds });

  return withTransaction(context, async (tx) => {
    await tx.insert(passwordResets).values({
      id: context.newId(),
      sealedEmail: seal(email, resetSeal),
      createdAt: context.now,
      expiresAt: resetEnd(context.now),
    });
    return ok({ asked: true as const });
  });
}
