import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { ok, type Result } from '@/domain/result';
import { id } from '@/domain/text-input';
import { type DecideRefusal, decideSource } from './decide-source';

/** `grading` is the number of the grading that was read (SPEC S3). */
export const AcceptSourceInput = z.strictObject({ sourceId: id, grading: z.int().min(1) });

export type AcceptSourceRefusal = AuthorizationRefusal | InputRefusal | DecideRefusal;

/** Another party accepts a source with the grading it read (SPEC S2, S3): from now on it counts, and enters what is frozen (SPEC H3). */
export async function acceptSource(
  context: Context,
  input: unknown,
): Promise<Result<{ state: 'accepted'; grading: number }, AcceptSourceRefusal>> {
  const parsed = parseInput(AcceptSourceInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'source.accept');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { grading } = parsed.value;

  return withTransaction(context, async (tx) => {
    const decided = await decideSource(tx, context, member, { ...parsed.value, to: 'accepted' });
    if (!decided.ok) return decided;
    const { id: subjectId, claimId, number } = decided.value;
    const facts = { number, grading, party: member.party.name };
    await recordEvent(tx, context, { type: 'source.accepted', workspaceId: member.workspaceId, claimId, subjectId, facts });
    return ok({ state: 'accepted' as const, grading });
  });
}
