import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import type { Db, Tx } from '@/db/handle';
import { memberships, people } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { rememberAddress } from '@/platform/known-addresses';
import { verifyPassword } from '@/platform/password';
import { takeAttempt } from '@/platform/rate-limit';
import { codeBuckets, signInBuckets } from './attempt-buckets';
import { countingCodes } from './counting-codes';
import { EmailAddress, GivenPassword } from './person-input';
import { type CodeRefusal, GivenCode, proveCode } from './prove-code';
import { startSession } from './start-session';

export const SignInInput = z.strictObject({
  email: EmailAddress,
  password: GivenPassword,
  /** Of the second factor, where one is on. */
  code: GivenCode.optional(),
  /** The client's address as the server saw it. */
  from: z.string(),
  /** The browser's family, for the list of sessions. */
  browser: z.string().max(40).optional(),
});

export type SignInRefusal = Refusal<'wrong-credentials'> | (Refusal<'too-many-attempts'> & { retryAfterSeconds: number });

/**
 * A session for the person whose e-mail and password these are. An unknown person, a wrong password, a person whose membership ended and an input that
 * is neither get one answer, after the same time where a hash could be compared: nobody learns here who has an account. A code is looked at behind the
 * right password alone (SPEC M25).
 */
export async function signIn(
  context: Context,
  input: unknown,
): Promise<Result<{ personId: string; sid: string }, SignInRefusal | CodeRefusal>> {
  const parsed = SignInInput.safeParse(input);
  if (!parsed.success) return refuse({ code: 'wrong-credentials' });
  const { email, password, code, from, browser } = parsed.data;
  const attempt = await takeAttempt(signInBuckets({ email, from }));
  if (!attempt.allowed) return refuse({ code: 'too-many-attempts', retryAfterSeconds: attempt.retryAfterSeconds });
  const person = await memberByEmail(email, context.db);
  if (!(await verifyPassword(person?.passwordHash ?? undefined, password)) || person === undefined)
    return refuse({ code: 'wrong-credentials' });
  await attempt.succeeded();

  const { id: personId, passwordHash } = person;
  const entered = await countingCodes(code, codeBuckets({ personId }), () =>
    withTransaction(context, async (tx): Promise<Result<{ personId: string; sid: string }, SignInRefusal | CodeRefusal>> => {
      // A change of the password ends all sessions, and so those that its old one was about to begin.
      if (!(await isStillHash(tx, personId, passwordHash))) return refuse({ code: 'wrong-credentials' });
      const coded = await proveCode(tx, { personId, code, now: context.now });
      if (!coded.ok) return coded;
      return ok({ personId, sid: await startSession(tx, context, { personId, browser, confirmedAt: context.now }) });
    }),
  );
  if (entered.ok) rememberAddress(email, from);
  return entered;
}

async function memberByEmail(email: string, conn: Db): Promise<{ id: string; passwordHash: string | null } | undefined> {
  const [person] = await conn
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .innerJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .where(eq(people.email, email))
    .limit(1);
  return person;
}

async function isStillHash(tx: Tx, personId: string, passwordHash: string | null): Promise<boolean> {
  const [row] = await tx.select({ passwordHash: people.passwordHash }).from(people).where(eq(people.id, personId)).for('share');
  return row?.passwordHash === passwordHash;
}
