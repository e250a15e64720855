import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import type { Db } from '@/db/handle';
import { memberships, people, sessions } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { rememberAddress } from '@/platform/known-addresses';
import { verifyPassword } from '@/platform/password';
import { takeAttempt } from '@/platform/rate-limit';
import { signInBuckets } from './attempt-buckets';
import { EmailAddress, GivenPassword } from './person-input';

/** `from` is the client's address as the server saw it. */
export const SignInInput = z.strictObject({ email: EmailAddress, password: GivenPassword, from: z.string() });

export type SignInRefusal = Refusal<'wrong-credentials'> | (Refusal<'too-many-attempts'> & { retryAfterSeconds: number });

const sessionMs = 7 * 24 * 60 * 60 * 1000;

/**
 * A session for the person whose e-mail and password these are. An unknown person, a wrong password, a person whose membership ended and an input that
 * is neither get one answer, after the same time where a hash could be compared: nobody learns here who has an account.
 */
export async function signIn(
  context: Context,
  input: unknown,
): Promise<Result<{ personId: string; sid: string }, SignInRefusal>> {
  const parsed = SignInInput.safeParse(input);
  if (!parsed.success) return refuse({ code: 'wrong-credentials' });
  const { email, password, from } = parsed.data;
  const attempt = await takeAttempt(signInBuckets({ email, from }));
  if (!attempt.allowed) return refuse({ code: 'too-many-attempts', retryAfterSeconds: attempt.retryAfterSeconds });
  const person = await memberByEmail(email, context.db);
  if (!(await verifyPassword(person?.passwordHash, password)) || person === undefined)
    return refuse({ code: 'wrong-credentials' });
  await attempt.succeeded();
  rememberAddress(email, from);

  return withTransaction(context, async (tx) => {
    const sid = context.newId();
    const expiresAt = new Date(context.now.getTime() + sessionMs);
    await tx.insert(sessions).values({ sid, personId: person.id, confirmedAt: context.now, createdAt: context.now, expiresAt });
    return ok({ personId: person.id, sid });
  });
}

async function memberByEmail(email: string, conn: Db): Promise<{ id: string; passwordHash: string } | undefined> {
  const [person] = await conn
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .innerJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .where(eq(people.email, email))
    .limit(1);
  return person;
}
