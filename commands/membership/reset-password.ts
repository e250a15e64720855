import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { openReset } from '@/db/queries/open-reset';
import { memberships, people } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hashPassword } from '@/platform/password';
import { NewPassword } from './person-input';
import { replacePassword } from './replace-password';

export const ResetPasswordInput = z.strictObject({ token: z.string().min(1).max(200), newPassword: NewPassword });

export type ResetPasswordRefusal = InputRefusal | Refusal<'reset-invalid'>;

/**
 * Sets a new password for whoever holds the link; the token is the permission, and it is spent with its use. All sessions end, nobody is signed in, and a second
 * factor stays on (SPEC M21).
 */
export async function resetPassword(context: Context, input: unknown): Promise<Result<{ reset: true }, ResetPasswordRefusal>> {
  const parsed = parseInput(ResetPasswordInput, input);
  if (!parsed.ok) return parsed;
  const { token, newPassword } = parsed.value;
  const { now } = context;
  // Hashing takes its time by design: only for a holder of the link, and never while a row is locked.
  if ((await openReset({ token, now }, context.db)) === null) return refuse({ code: 'reset-invalid' });
  const passwordHash = await hashPassword(newPassword);

  const reset = await withTransaction(context, async (tx): Promise<Result<{ reset: true }, ResetPasswordRefusal>> => {
    const open = await openReset({ token, now, forUpdate: true }, tx);
    if (open === null) return refuse({ code: 'reset-invalid' });
    const [person] = await tx.select().from(people).where(eq(people.id, open.personId)).for('update');
    const [seat] = await tx
      .select({ workspaceId: memberships.workspaceId })
      .from(memberships)
      .where(and(eq(memberships.personId, open.personId), isNull(memberships.endedAt)));
    // Removed since the link was sent.
    if (person === undefined || seat === undefined) return refuse({ code: 'reset-invalid' });
    const { workspaceId } = seat;
    await replacePassword(tx, context, { person, passwordHash, workspaceId });
    await recordEvent(tx, context, {
      type: 'account.changed',
      workspaceId,
      subjectId: person.id,
      facts: { what: 'password-reset' },
    });
    return ok({ reset: true });
  });
  if (reset.ok) context.collab.recheckAccess();
  return reset;
}
