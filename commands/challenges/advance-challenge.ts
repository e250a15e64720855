import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { challenges } from '@/db/schema';
import { overdueClocks } from '@/domain/challenge/clocks';
import { isOpen } from '@/domain/challenge/transitions';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { endWhenDecided } from './end-when-decided';
import { lockChallenge } from './load-challenge';
import { renewChallenge } from './renew-challenge';
import { tellOfChallenge } from './tell-of-challenge';

export const AdvanceChallengeInput = z.strictObject({ challengeId: id });

const markOf = { acknowledgement: 'acknowledgementOverdueAt', decision: 'decisionOverdueAt' } as const;

/**
 * Ends a challenge that nobody who is still asked has left open (SPEC CH2), or marks each of its clocks that is over with nothing done, once, and reminds those
 * who owe it (SPEC CH4). Woken twice or late it does what is due, once.
 */
export async function advanceChallenge(
  context: Context,
  input: unknown,
): Promise<Result<{ marked: number }, InputRefusal | Refusal<'not-found'> | Refusal<'not-allowed'>>> {
  const parsed = parseInput(AdvanceChallengeInput, input);
  if (!parsed.ok) return parsed;
  if (context.actor.kind !== 'system') return refuse({ code: 'not-allowed' });

  return withTransaction(context, async (tx) => {
    const challenge = await lockChallenge(tx, eq(challenges.id, parsed.value.challengeId));
    if (challenge === undefined) return refuse({ code: 'not-found' });
    if (!isOpen(challenge.state)) return ok({ marked: 0 });
    const ended = await endWhenDecided(tx, context, { challenge });
    // Both states that are open have the move; that one has not is a fault of the table.
    if (!ended.ok) throw new Error(`A challenge in ${challenge.state} cannot be ended.`);
    if (!isOpen(ended.value.state)) return ok({ marked: 0 });
    const over = overdueClocks(challenge, context.now).filter((clock) => challenge[markOf[clock]] === null);
    for (const clock of over) {
      await renewChallenge(tx, challenge, { [markOf[clock]]: context.now });
      await recordEvent(tx, context, {
        type: 'challenge.overdue',
        workspaceId: challenge.workspaceId,
        claimId: challenge.claimId,
        subjectId: challenge.id,
        facts: { number: challenge.number, clock },
      });
    }
    if (over.length > 0) await tellOfChallenge(tx, context, { kind: 'challenge-overdue', challenge });
    return ok({ marked: over.length });
  });
}
