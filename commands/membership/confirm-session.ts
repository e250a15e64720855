import { and, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { people, sessions } from '@/db/schema';
import { ok, type Result, refuse } from '@/domain/result';
import { verifyPassword } from '@/platform/password';
import { takeAttempt } from '@/platform/rate-limit';
import { confirmationBuckets } from './attempt-buckets';
import { GivenPassword } from './person-input';
import type { SignInRefusal } from './sign-in';

export const ConfirmSessionInput = z.strictObject({ password: GivenPassword });

export type ConfirmSessionRefusal = AuthorizationRefusal | InputRefusal | SignInRefusal;

/** The member of a session proves again who they are: what signing asks for within ten minutes (C22). */
export async function confirmSession(
  context: Context,
  input: unknown,
): Promise<Result<{ confirmedAt: string }, ConfirmSessionRefusal>> {
  const parsed = parseInput(ConfirmSessionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'session.confirm');
  if (!authorized.ok) return authorized;
  const { personId, sid, workspaceId } = authorized.value;
  const [person] = await context.db.select({ passwordHash: people.passwordHash }).from(people).where(eq(people.id, personId));
  if (person === undefined) return refuse({ code: 'not-signed-in' });
  const attempt = await takeAttempt(confirmationBuckets({ personId, sid }));
  if (!attempt.allowed) return refuse({ code: 'too-many-attempts', retryAfterSeconds: attempt.retryAfterSeconds });
  if (!(await verifyPassword(person.passwordHash, parsed.value.password))) return refuse({ code: 'wrong-credentials' });
  await attempt.succeeded();

  return withTransaction(context, async (tx) => {
    const live = and(
      eq(sessions.sid, sid),
      eq(sessions.personId, personId),
      isNull(sessions.revokedAt),
      gt(sessions.expiresAt, context.now),
    );
    const confirmed = await tx.update(sessions).set({ confirmedAt: context.now }).where(live).returning({ sid: sessions.sid });
    // Signed out elsewhere while the password was being compared.
    if (confirmed.length === 0) return refuse({ code: 'not-signed-in' });
    await recordEvent(tx, context, { type: 'session.confirmed', workspaceId });
    return ok({ confirmedAt: context.now.toISOString() });
  });
}
