import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { partiesToDecide } from '@/db/queries/parties-to-decide';
import { challengeDecisions } from '@/db/schema';
import { type ChallengeNotOpen, type ChallengeState, isOpen } from '@/domain/challenge/transitions';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, reason } from '@/domain/text-input';
import { acknowledge } from './acknowledge';
import { decisionsOn, endWhenDecided } from './end-when-decided';
import { type ChallengeRow, loadChallenge } from './load-challenge';
import { renewChallenge } from './renew-challenge';

/** As long as a reason of a dissent (C26): a decision is read by the public. */
export const decisionMinimum = 40;
const decisionLimit = 2000;

export const DecideChallengeInput = z.strictObject({
  challengeId: id,
  decision: z.enum(['accept', 'decline']),
  reason: reason(decisionMinimum, decisionLimit),
  publishesWords: z.boolean(),
});
type Input = z.output<typeof DecideChallengeInput>;

export type DecideChallengeRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'not-your-party'>
  | Refusal<'party-has-decided'>
  | ChallengeNotOpen;

/**
 * A moderator's word on a challenge, for their party and in public (C32). One party's acceptance is enough; a refusal is the word of every signing party, so no
 * side buries what speaks against a finding it likes (SPEC CH2).
 */
export async function decideChallenge(
  context: Context,
  input: unknown,
): Promise<Result<{ state: ChallengeState }, DecideChallengeRefusal>> {
  const parsed = parseInput(DecideChallengeInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'challenge.decide');
  if (!authorized.ok) return authorized;
  const member = authorized.value;

  return withTransaction(context, async (tx) => {
    const loaded = await loadChallenge(tx, member, parsed.value.challengeId);
    if (!loaded.ok) return loaded;
    if (!isOpen(loaded.value.state)) return refuse({ code: 'challenge-not-open', state: loaded.value.state });
    const asked = await partiesToDecide(loaded.value, tx);
    if (!asked.some((party) => party.id === member.party.id)) return refuse({ code: 'not-your-party' });
    const earlier = await decisionsOn(tx, loaded.value);
    if (earlier.some(({ partyId }) => partyId === member.party.id)) return refuse({ code: 'party-has-decided' });
    const { name: desk } = await deskWorkspace(member, tx);
    const read = await readBy(tx, context, { challenge: loaded.value, member, desk });
    if (!read.ok) return read;
    await store(tx, context, { member, input: parsed.value, position: earlier.length + 1, challenge: read.value });
    const ended = await endWhenDecided(tx, context, { challenge: read.value, by: member });
    if (!ended.ok) return ended;
    if (isOpen(ended.value.state)) await renewChallenge(tx, read.value);
    return ok({ state: ended.value.state });
  });
}

async function readBy(tx: Tx, context: Context, by: { challenge: ChallengeRow; member: PartyMember; desk: string }) {
  return by.challenge.state === 'received' ? acknowledge(tx, context, by) : ok(by.challenge);
}

async function store(
  tx: Tx,
  context: Context,
  { member, input, position, challenge }: { member: PartyMember; input: Input; position: number; challenge: ChallengeRow },
): Promise<void> {
  await tx.insert(challengeDecisions).values({
    ...{ id: context.newId(), workspaceId: member.workspaceId, partyId: member.party.id, personId: member.personId },
    ...input,
    at: context.now,
    position,
  });
  await recordEvent(tx, context, {
    type: 'challenge.decided',
    workspaceId: member.workspaceId,
    claimId: challenge.claimId,
    subjectId: challenge.id,
    facts: { number: challenge.number, decision: input.decision },
  });
}
