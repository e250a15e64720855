import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { callOffMails } from '@/commands/queue-mail';
import { recordEvent } from '@/commands/record-event';
import { challenges } from '@/db/schema';
import type { ChallengeNotOpen, ChallengeState } from '@/domain/challenge/transitions';
import { digestOf } from '@/domain/record/canonical';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hex64 } from '@/domain/text-input';
import { lockChallenge } from './load-challenge';
import { moveStoredChallenge } from './move-stored-challenge';

export const WithdrawChallengeInput = z.strictObject({ token: hex64 });

export type WithdrawChallengeRefusal = InputRefusal | Refusal<'not-found'> | ChallengeNotOpen;

/** The challenger takes the challenge back. Their link is the permission (SPEC CH7). */
export async function withdrawChallenge(
  context: Context,
  input: unknown,
): Promise<Result<{ state: ChallengeState }, WithdrawChallengeRefusal>> {
  const parsed = parseInput(WithdrawChallengeInput, input);
  if (!parsed.ok) return parsed;

  return withTransaction(context, async (tx) => {
    const challenge = await lockChallenge(tx, eq(challenges.tokenSha256, digestOf(parsed.value.token)));
    if (challenge === undefined) return refuse({ code: 'not-found' });
    const moved = await moveStoredChallenge(tx, challenge, 'withdraw', { endedAt: context.now });
    if (!moved.ok) return moved;
    await callOffMails(tx, context, challenge.id);
    await recordEvent(tx, context, {
      type: 'challenge.withdrawn',
      workspaceId: challenge.workspaceId,
      claimId: challenge.claimId,
      subjectId: challenge.id,
      facts: { number: challenge.number },
    });
    return ok({ state: moved.value.state });
  });
}
