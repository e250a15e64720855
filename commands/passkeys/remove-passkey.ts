import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { passkeys } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { freshlyConfirmed, type NotConfirmed } from './freshly-confirmed';
import { tellOfKey } from './tell-of-key';

export const RemovePasskeyInput = z.strictObject({ passkeyId: id });

export type RemovePasskeyRefusal = AuthorizationRefusal | InputRefusal | NotConfirmed | Refusal<'not-found'>;

/** From now on a key of one's own signs nothing. What it has signed stays signed and can still be checked (SPEC M29). Another's is not found (SPEC A3). */
export async function removePasskey(context: Context, input: unknown): Promise<Result<{ removed: true }, RemovePasskeyRefusal>> {
  const parsed = parseInput(RemovePasskeyInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'account.change');
  if (!authorized.ok) return authorized;
  const { personId, workspaceId } = authorized.value;

  return withTransaction(context, async (tx): Promise<Result<{ removed: true }, RemovePasskeyRefusal>> => {
    const own = and(eq(passkeys.id, parsed.value.passkeyId), eq(passkeys.personId, personId), isNull(passkeys.removedAt));
    const [removed] = await tx.update(passkeys).set({ removedAt: context.now }).where(own).returning({ name: passkeys.name });
    if (removed === undefined) return refuse({ code: 'not-found' });
    // Asked last, so that a key of somebody else's is not found by whoever asks; a refusal takes the change back.
    const fresh = freshlyConfirmed(context, authorized.value);
    if (!fresh.ok) return fresh;
    await tellOfKey(tx, context, { personId, workspaceId, kind: 'passkey-removed', name: removed.name });
    return ok({ removed: true });
  });
}
