import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { mailMoment } from '@/commands/mail-moment';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import type { ChallengeNotOpen } from '@/domain/challenge/transitions';
import type { Result } from '@/domain/result';
import { mailChallenger } from './challenge-mail';
import type { ChallengeRow } from './load-challenge';
import { moveStoredChallenge } from './move-stored-challenge';

/** A member's word, for their party, that somebody has read the challenge: by itself or with a decision (SPEC CH1). */
export async function acknowledge(
  tx: Tx,
  context: Context,
  { challenge, member, desk }: { challenge: ChallengeRow; member: PartyMember; desk: string },
): Promise<Result<ChallengeRow, ChallengeNotOpen>> {
  const moved = await moveStoredChallenge(tx, challenge, 'acknowledge', {
    acknowledgedAt: context.now,
    acknowledgedByParty: member.party.id,
  });
  if (!moved.ok) return moved;
  await mailChallenger(tx, context, {
    challenge,
    kind: 'challenge-acknowledged',
    facts: { desk, party: member.party.name, number: String(challenge.number), decideBy: mailMoment(challenge.decideBy) },
  });
  await recordEvent(tx, context, {
    type: 'challenge.acknowledged',
    workspaceId: challenge.workspaceId,
    claimId: challenge.claimId,
    subjectId: challenge.id,
    facts: { number: challenge.number },
  });
  return moved;
}
