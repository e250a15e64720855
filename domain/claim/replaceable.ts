import type { CharterParameters } from '@/domain/charter/parameters';
import { isLastRound, phaseAt, type SigningClock } from './signing-clock';
import type { RevisionState } from './transitions';

/**
 * Whether another revision may be proposed in the place of one that is open: while the mediation lasts, another text may be what brings the parties together;
 * in the last round only positions can change (SPEC L20). One that a confirmed reply keeps from being published is replaced at any time, since no position
 * and no clock can bring the reply into its bytes (RR6).
 */
export function isReplaceable(
  { state, round, lateReplies = 0, ...clock }: SigningClock & { state: RevisionState; round: number; lateReplies?: number },
  parameters: Pick<CharterParameters, 'maxRounds'>,
  now: Date,
): boolean {
  if (lateReplies > 0) return state === 'signing' || state === 'cooling-off';
  return state === 'signing' && phaseAt(clock, now) === 'mediation' && !isLastRound(round, parameters);
}
