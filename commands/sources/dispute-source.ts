import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { ok, type Result } from '@/domain/result';
import { id, reason } from '@/domain/text-input';
import { type DecideRefusal, decideSource } from './decide-source';

/** `grading` is the number of the grading that was read (SPEC S3). */
export const DisputeSourceInput = z.strictObject({ sourceId: id, grading: z.int().min(1), reason: reason(20, 2000) });

export type DisputeSourceRefusal = AuthorizationRefusal | InputRefusal | DecideRefusal;

/** Another party disputes the grading it read, with a reason (SPEC S2, S3, S8): the source does not count until its party grades it anew. */
export async function disputeSource(
  context: Context,
  input: unknown,
): Promise<Result<{ state: 'disputed'; grading: number }, DisputeSourceRefusal>> {
  const parsed = parseInput(DisputeSourceInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'source.accept');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { grading } = parsed.value;

  return withTransaction(context, async (tx) => {
    const decided = await decideSource(tx, context, member, { ...parsed.value, to: 'disputed' });
    if (!decided.ok) return decided;
    const { id: subjectId, claimId, number } = decided.value;
    const facts = { number, grading, party: member.party.name };
    await recordEvent(tx, context, { type: 'source.disputed', workspaceId: member.workspaceId, claimId, subjectId, facts });
    return ok({ state: 'disputed' as const, grading });
  });
}
