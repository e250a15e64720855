import { asc, eq } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { partiesToDecide } from '@/db/queries/parties-to-decide';
import { challengeDecisions } from '@/db/schema';
import { afterDecision, type PartyDecision } from '@/domain/challenge/after-decision';
import type { ChallengeNotOpen } from '@/domain/challenge/transitions';
import { ok, type Result } from '@/domain/result';
import { mailChallenger } from './challenge-mail';
import type { ChallengeRow } from './load-challenge';
import { moveStoredChallenge } from './move-stored-challenge';
import { tellOfChallenge } from './tell-of-challenge';

/** Ends a locked challenge that one party has accepted or all that are asked have declined; any other stays as it is (SPEC CH2). `by` is who decided last, unless a party left. */
export async function endWhenDecided(
  tx: Tx,
  context: Context,
  { challenge, by }: { challenge: ChallengeRow; by?: PartyMember },
): Promise<Result<ChallengeRow, ChallengeNotOpen>> {
  const decided = afterDecision(await partiesToDecide(challenge, tx), await decisionsOn(tx, challenge));
  if (decided === undefined) return ok(challenge);
  const { move, publishesWords } = decided;
  const ended = await moveStoredChallenge(tx, challenge, move, { endedAt: context.now, publishesWords });
  if (!ended.ok) return ended;
  const { name: desk } = await deskWorkspace(challenge, tx);
  // The state before: its address is still there.
  await mailChallenger(tx, context, {
    challenge,
    kind: 'challenge-decided',
    facts: { desk, number: String(challenge.number), decision: ended.value.state === 'accepted' ? 'accepted' : 'declined' },
  });
  await tellOfChallenge(tx, context, { kind: 'challenge-decided', challenge: ended.value, ...(by && { by }) });
  return ended;
}

/** What the parties have said of a challenge, in their order. */
export async function decisionsOn(tx: Tx, { id: challengeId }: Pick<ChallengeRow, 'id'>): Promise<PartyDecision[]> {
  return tx
    .select({
      partyId: challengeDecisions.partyId,
      decision: challengeDecisions.decision,
      publishesWords: challengeDecisions.publishesWords,
    })
    .from(challengeDecisions)
    .where(eq(challengeDecisions.challengeId, challengeId))
    .orderBy(asc(challengeDecisions.position));
}
