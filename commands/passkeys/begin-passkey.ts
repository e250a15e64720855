import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorize } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { passkeyChallenges, passkeys, people } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { registrationOptions } from '@/platform/passkey';
import { freshlyConfirmed, type NotConfirmed } from './freshly-confirmed';

export const BeginPasskeyInput = z.strictObject({});

type Options = Awaited<ReturnType<typeof registrationOptions>>;
export type BeginPasskeyRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | NotConfirmed
  | Refusal<'not-signed-in'>
  | (Refusal<'too-many-keys'> & { max: number });

/** More than anybody carries; each is a way to sign. */
const mostKeys = 10;
/** How long a new key may take to be made. */
const challengeMs = 10 * 60 * 1000;

/** Asks the browser of a moderator or an observer for a key of its own for what they sign, with a challenge that counts once and for them (SPEC M28). Nothing counts yet. */
export async function beginPasskey(context: Context, input: unknown): Promise<Result<{ options: Options }, BeginPasskeyRefusal>> {
  const parsed = parseInput(BeginPasskeyInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorize(context.actor, 'passkey.add');
  if (!authorized.ok) return authorized;
  const fresh = freshlyConfirmed(context, authorized.value);
  if (!fresh.ok) return fresh;
  const { personId, workspaceId } = authorized.value;
  const challenge = Buffer.from(context.randomHex(32), 'hex').toString('base64url');

  return withTransaction(context, async (tx): Promise<Result<{ options: Options }, BeginPasskeyRefusal>> => {
    const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
    if (person === undefined) return refuse({ code: 'not-signed-in' });
    const known = await tx
      .select({ credentialId: passkeys.credentialId })
      .from(passkeys)
      .where(and(eq(passkeys.personId, personId), isNull(passkeys.removedAt)));
    if (known.length >= mostKeys) return refuse({ code: 'too-many-keys', max: mostKeys });
    const expiresAt = new Date(context.now.getTime() + challengeMs);
    await tx.insert(passkeyChallenges).values({ challenge, personId, expiresAt });
    const { name: desk } = await deskWorkspace({ workspaceId }, tx);
    const ids = known.map(({ credentialId }) => credentialId);
    return ok({ options: await registrationOptions({ challenge, personId, name: person.email, desk, known: ids }) });
  });
}
