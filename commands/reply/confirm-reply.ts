import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import type { Result } from '@/domain/result';
import { id } from '@/domain/text-input';
import { type DecideReplyRefusal, decideReply } from './decide-reply';

export const ConfirmReplyInput = z.strictObject({ replyId: id });

export type ConfirmReplyRefusal = AuthorizationRefusal | InputRefusal | DecideReplyRefusal;

/** Another party says that the reply is what the claimant answered (SPEC RR3): from now on it enters what is frozen. */
export async function confirmReply(
  context: Context,
  input: unknown,
): Promise<Result<{ state: 'confirmed' | 'contested' }, ConfirmReplyRefusal>> {
  const parsed = parseInput(ConfirmReplyInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'reply.decide');
  if (!authorized.ok) return authorized;
  return decideReply(context, authorized.value, { ...parsed.value, to: 'confirmed' });
}
