import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { sessions } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export const SignOutInput = z.strictObject({});

/** Ends the session that asks, on this browser only. Every seat may, so there is no permission to ask for; open sockets end with it. */
export async function signOut(
  context: Context,
  input: unknown,
): Promise<Result<{ signedOut: true }, InputRefusal | Refusal<'not-signed-in'>>> {
  const parsed = parseInput(SignOutInput, input);
  if (!parsed.ok) return parsed;
  const { actor } = context;
  if (actor.kind !== 'member') return refuse({ code: 'not-signed-in' });

  const ended = await withTransaction(context, async (tx) => {
    await tx
      .update(sessions)
      .set({ revokedAt: context.now })
      .where(and(eq(sessions.sid, actor.sid), eq(sessions.personId, actor.personId), isNull(sessions.revokedAt)));
    return ok({ signedOut: true as const });
  });
  context.collab.recheckAccess();
  return ended;
}
