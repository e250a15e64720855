import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { peopleAt } from '@/commands/notifications/people-at';
import { tell } from '@/commands/notifications/tell';
import type { Tx } from '@/db/handle';
import type { ChallengeRow } from './load-challenge';

/** Tells the moderators of every signing party: who may decide a challenge, or must know what became of it. */
export async function tellOfChallenge(
  tx: Tx,
  context: Context,
  {
    kind,
    challenge: { workspaceId, claimId, number },
    until,
    by,
  }: {
    kind: 'challenge-received' | 'challenge-overdue' | 'challenge-decided';
    challenge: Pick<ChallengeRow, 'workspaceId' | 'claimId' | 'number'>;
    until?: Date;
    by?: PartyMember;
  },
): Promise<void> {
  const facts = { challenge: number, ...(until === undefined ? {} : { until: until.toISOString() }) };
  const to = await peopleAt(tx, { workspaceId, who: 'signing-moderators' });
  await tell(tx, context, { kind, workspaceId, claimId, facts, by, to });
}
