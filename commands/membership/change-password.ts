import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { people, sessions } from '@/db/schema';
import { mayChooseFirst } from '@/domain/membership/first-password';
import type { Member } from '@/domain/policies/actor';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hashPassword } from '@/platform/password';
import { GivenPassword, NewPassword } from './person-input';
import { type PasswordRefusal, provePassword } from './prove-password';
import { replacePassword } from './replace-password';

/** The old password is left out by whoever has none yet. */
export const ChangePasswordInput = z.strictObject({ password: GivenPassword.optional(), newPassword: NewPassword });

export type ChangePasswordRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | PasswordRefusal
  | Refusal<'unchanged'>
  | Refusal<'sign-in-again'>
  | Refusal<'password-moved'>;

/**
 * Another password for the member who asks, who gives the old one; every other session ends (SPEC M19). Who comes by an identity provider sets a first one shortly
 * after signing in there.
 */
export async function changePassword(
  context: Context,
  input: unknown,
): Promise<Result<{ endedSessions: number }, ChangePasswordRefusal>> {
  const parsed = parseInput(ChangePasswordInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'account.change');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { password, newPassword } = parsed.value;
  const proved = await proveOrFirst(context, member, password);
  if (!proved.ok) return proved;
  if (password === newPassword) return refuse({ code: 'unchanged' });
  const passwordHash = await hashPassword(newPassword);

  const { personId, sid, workspaceId } = member;
  const changed = await withTransaction(
    context,
    async (tx): Promise<Result<{ endedSessions: number }, ChangePasswordRefusal>> => {
      const [person] = await tx.select().from(people).where(eq(people.id, personId)).for('update');
      // Reset or changed elsewhere while the new one was being hashed.
      if (person === undefined || person.passwordHash !== proved.value) return refuse({ code: 'password-moved' });
      const endedSessions = await replacePassword(tx, context, { person, passwordHash, workspaceId, except: sid });
      await recordEvent(tx, context, { type: 'account.changed', workspaceId, subjectId: personId, facts: { what: 'password' } });
      return ok({ endedSessions });
    },
  );
  if (changed.ok) context.collab.recheckAccess();
  return changed;
}

/** The hash of the password that was given, or null for an account that has none and may set its first. */
async function proveOrFirst(
  context: Context,
  member: Member,
  password: string | undefined,
): Promise<Result<string | null, PasswordRefusal | InputRefusal | Refusal<'sign-in-again'>>> {
  if (password !== undefined) return provePassword(member, password, context);
  const [found] = await context.db
    .select({ passwordHash: people.passwordHash, createdAt: sessions.createdAt })
    .from(people)
    .innerJoin(sessions, and(eq(sessions.personId, people.id), eq(sessions.sid, member.sid)))
    .where(eq(people.id, member.personId));
  if (found === undefined) return refuse({ code: 'not-signed-in' });
  if (found.passwordHash !== null) return refuse({ code: 'invalid-input', issues: [{ field: 'password', code: 'required' }] });
  return mayChooseFirst(found.createdAt, context.now) ? ok(null) : refuse({ code: 'sign-in-again' });
}
