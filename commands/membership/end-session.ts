import { and, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { sessions } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';

export const EndSessionInput = z.strictObject({ sessionId: id });

export type EndSessionRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-found'>;

/** A person ends one of their own sessions, on whatever browser it is; its live connections end with it (SPEC M22). Another's is not found (SPEC A3). */
export async function endSession(context: Context, input: unknown): Promise<Result<{ ended: true }, EndSessionRefusal>> {
  const parsed = parseInput(EndSessionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'account.change');
  if (!authorized.ok) return authorized;
  const own = and(
    eq(sessions.sid, parsed.value.sessionId),
    eq(sessions.personId, authorized.value.personId),
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, context.now),
  );

  const ended = await withTransaction(context, async (tx): Promise<Result<{ ended: true }, EndSessionRefusal>> => {
    const rows = await tx.update(sessions).set({ revokedAt: context.now }).where(own).returning({ sid: sessions.sid });
    return rows.length === 0 ? refuse({ code: 'not-found' }) : ok({ ended: true });
  });
  if (ended.ok) context.collab.recheckAccess();
  return ended;
}
