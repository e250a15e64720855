import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { reasonOfReply } from '@/domain/reply/contact-channels';
import type { Result } from '@/domain/result';
import { id, reason } from '@/domain/text-input';
import { type DecideReplyRefusal, decideReply } from './decide-reply';

export const ContestReplyInput = z.strictObject({ replyId: id, reason: reason(reasonOfReply, 2000) });

export type ContestReplyRefusal = AuthorizationRefusal | InputRefusal | DecideReplyRefusal;

/** Another party says why it does not take this for the claimant's answer (SPEC RR3): it is printed nowhere and holds nothing. */
export async function contestReply(
  context: Context,
  input: unknown,
): Promise<Result<{ state: 'confirmed' | 'contested' }, ContestReplyRefusal>> {
  const parsed = parseInput(ContestReplyInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'reply.decide');
  if (!authorized.ok) return authorized;
  return decideReply(context, authorized.value, { ...parsed.value, to: 'contested' });
}
