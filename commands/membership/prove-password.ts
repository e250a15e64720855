import { eq } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { people } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { verifyPassword } from '@/platform/password';
import { takeAttempt } from '@/platform/rate-limit';
import { confirmationBuckets } from './attempt-buckets';

export type PasswordRefusal =
  | Refusal<'not-signed-in'>
  | Refusal<'no-password'>
  | Refusal<'wrong-credentials'>
  | (Refusal<'too-many-attempts'> & { retryAfterSeconds: number });

/** The member of a session proves who they are with their password once more, and answers its hash. Attempts are counted by session (SPEC A7). */
export async function provePassword(
  { personId, sid }: Pick<Member, 'personId' | 'sid'>,
  password: string,
  context: Context,
): Promise<Result<string, PasswordRefusal>> {
  const [person] = await context.db.select({ passwordHash: people.passwordHash }).from(people).where(eq(people.id, personId));
  if (person === undefined) return refuse({ code: 'not-signed-in' });
  if (person.passwordHash === null) return refuse({ code: 'no-password' });
  const attempt = await takeAttempt(confirmationBuckets({ personId, sid }));
  if (!attempt.allowed) return refuse({ code: 'too-many-attempts', retryAfterSeconds: attempt.retryAfterSeconds });
  if (!(await verifyPassword(person.passwordHash, password))) return refuse({ code: 'wrong-credentials' });
  await attempt.succeeded();
  return ok(person.passwordHash);
}
