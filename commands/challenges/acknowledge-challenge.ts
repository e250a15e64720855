import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import type { ChallengeNotOpen, ChallengeState } from '@/domain/challenge/transitions';
import { ok, type Refusal, type Result } from '@/domain/result';
import { id } from '@/domain/text-input';
import { acknowledge } from './acknowledge';
import { loadChallenge } from './load-challenge';

export const AcknowledgeChallengeInput = z.strictObject({ challengeId: id });

export type AcknowledgeChallengeRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-found'> | ChallengeNotOpen;

/** Says that the desk has read a challenge (C32): a member's act, for a signing party, and not what the server answers by itself on receipt. */
export async function acknowledgeChallenge(
  context: Context,
  input: unknown,
): Promise<Result<{ state: ChallengeState }, AcknowledgeChallengeRefusal>> {
  const parsed = parseInput(AcknowledgeChallengeInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'challenge.acknowledge');
  if (!authorized.ok) return authorized;
  const member = authorized.value;

  return withTransaction(context, async (tx) => {
    const challenge = await loadChallenge(tx, member, parsed.value.challengeId);
    if (!challenge.ok) return challenge;
    const { name: desk } = await deskWorkspace(member, tx);
    const moved = await acknowledge(tx, context, { challenge: challenge.value, member, desk });
    return moved.ok ? ok({ state: moved.value.state }) : moved;
  });
}
