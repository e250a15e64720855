import type { CharterParameters } from '@/domain/charter/parameters';
import { isLastRound, phaseAt, type SigningClock } from './signing-clock';
import type { RevisionState } from './transitions';

/**
 * Whether another revision may be proposed in the place of one that is open: while the mediation lasts, another text may be what brings the parties together;
 * in the last round only positions can change (SPEC L20).
 */
export function isReplaceable(
  { state, round, ...clock }: SigningClock & { state: RevisionState; round: number },
  parameters: Pick<CharterParameters, 'maxRounds'>,
  now: Date,
): boolean {
  return state === 'signing' && phaseAt(clock, now) === 'mediation' && !isLastRound(round, parameters);
}
