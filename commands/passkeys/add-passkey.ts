import { and, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import type { Tx } from '@/db/handle';
import { passkeyChallenges, passkeys } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { line } from '@/domain/text-input';
import { challengeIn, keyMadeFor, Registration } from '@/platform/passkey';
import { freshlyConfirmed, type NotConfirmed } from './freshly-confirmed';
import { tellOfKey } from './tell-of-key';

export const AddPasskeyInput = z.strictObject({ name: line(60), registration: Registration });

export type AddPasskeyRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | NotConfirmed
  | Refusal<'passkey-not-made'>
  | Refusal<'passkey-known'>;

/** Takes a key that the browser of a moderator or an observer has made for the challenge that was given to them. It signs their positions or attestations, and lets nobody in (SPEC M28). */
export async function addPasskey(context: Context, input: unknown): Promise<Result<{ id: string }, AddPasskeyRefusal>> {
  const parsed = parseInput(AddPasskeyInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'passkey.add');
  if (!authorized.ok) return authorized;
  const fresh = freshlyConfirmed(context, authorized.value);
  if (!fresh.ok) return fresh;
  const { personId, workspaceId } = authorized.value;
  const { name, registration } = parsed.value;
  const challenge = challengeIn(registration);
  const made = challenge === undefined ? undefined : await keyMadeFor(registration, challenge);
  if (challenge === undefined || made === undefined) return refuse({ code: 'passkey-not-made' });

  return withTransaction(context, async (tx): Promise<Result<{ id: string }, AddPasskeyRefusal>> => {
    if (!(await spendChallenge(tx, context, { challenge, personId }))) return refuse({ code: 'passkey-not-made' });
    const added = await tx
      .insert(passkeys)
      .values({ id: context.newId(), personId, name, ...made, createdAt: context.now })
      .onConflictDoNothing({ target: passkeys.credentialId })
      .returning({ id: passkeys.id });
    const [key] = added;
    if (key === undefined) return refuse({ code: 'passkey-known' });
    await tellOfKey(tx, context, { personId, workspaceId, kind: 'passkey-added', name });
    return ok(key);
  });
}

/** True once, for the person that it was made for, while it lasts. */
async function spendChallenge(
  tx: Tx,
  { now }: Context,
  { challenge, personId }: { challenge: string; personId: string },
): Promise<boolean> {
  const spent = await tx
    .update(passkeyChallenges)
    .set({ usedAt: now })
    .where(
      and(
        eq(passkeyChallenges.challenge, challenge),
        eq(passkeyChallenges.personId, personId),
        isNull(passkeyChallenges.usedAt),
        gt(passkeyChallenges.expiresAt, now),
      ),
    )
    .returning({ challenge: passkeyChallenges.challenge });
  return spent.length === 1;
}
