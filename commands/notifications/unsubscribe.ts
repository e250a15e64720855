import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { mailWaysOf } from '@/db/queries/mail-ways-of';
import { memberships } from '@/db/schema';
import { toldGroups } from '@/domain/discussion/told-kinds';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { keepMailChoices } from './keep-mail-choices';
import { readUnsubscribeToken, type Scope } from './unsubscribe-token';

export const UnsubscribeInput = z.strictObject({ token: z.string().max(300) });

/**
 * Ends the mails of a group, or of all that come in the digest, for whom a link was mailed to. The link is the permission, and ends mails alone; of a seat that is
 * over it answers the same (SPEC N6).
 */
export async function unsubscribe(
  context: Context,
  input: unknown,
): Promise<Result<{ scope: Scope }, InputRefusal | Refusal<'not-found'>>> {
  const parsed = parseInput(UnsubscribeInput, input);
  if (!parsed.ok) return parsed;
  const opened = readUnsubscribeToken(parsed.value.token);
  if (opened === undefined) return refuse({ code: 'not-found' });
  const { seatId, scope } = opened;

  return withTransaction(context, async (tx) => {
    const standing = and(eq(memberships.id, seatId), isNull(memberships.endedAt));
    const [seat] = await tx.select().from(memberships).where(standing).for('update');
    if (seat === undefined) return ok({ scope });
    const { personId, workspaceId } = seat;
    const ways = await mailWaysOf({ personId, workspaceId }, tx);
    const ended = scope === 'digest' ? toldGroups.filter((group) => ways[group] === 'digest') : [scope];
    const choices = Object.fromEntries(ended.map((group) => [group, 'never' as const]));
    await keepMailChoices(tx, context, { personId, workspaceId, choices });
    return ok({ scope });
  });
}
