import type { CharterParameters } from '@/domain/charter/parameters';
import type { RevisionState } from './transitions';

/** The moments that a revision in signing runs towards. Null where its charter sets none. */
export type SigningClock = {
  /** The deadline (C25). */
  signingEndsAt: Date | null;
  /** When a deadlock is published (C27). */
  mediationEndsAt: Date | null;
};

/** `over` begins when the mediation ends: from then on nobody takes a position any more. */
export type Phase = 'signing' | 'mediation' | 'over';

type Hours = Pick<CharterParameters, 'signoffHours' | 'mediationHours'>;

/** The clock as a freeze sets it (C25, C27). */
export function clockFrom(frozenAt: Date, { signoffHours, mediationHours }: Hours): SigningClock {
  return signoffHours === 0
    ? { signingEndsAt: null, mediationEndsAt: null }
    : clockTo(hoursAfter(frozenAt, signoffHours), mediationHours);
}

/** A clock whose deadline is this moment, with the mediation after it. */
export function clockTo(signingEndsAt: Date, mediationHours: number): SigningClock {
  return { signingEndsAt, mediationEndsAt: hoursAfter(signingEndsAt, mediationHours) };
}

/** The clock after an objection has held it (C25). */
export function heldClock({ signingEndsAt, mediationEndsAt }: SigningClock, hours: number): SigningClock {
  return {
    signingEndsAt: signingEndsAt && hoursAfter(signingEndsAt, hours),
    mediationEndsAt: mediationEndsAt && hoursAfter(mediationEndsAt, hours),
  };
}

export function phaseAt({ signingEndsAt, mediationEndsAt }: SigningClock, now: Date): Phase {
  if (signingEndsAt === null || now < signingEndsAt) return 'signing';
  return mediationEndsAt === null || now < mediationEndsAt ? 'mediation' : 'over';
}

/** Whether the charter gives a mediation any time: without it what the deadline brings follows at once, and nothing begins (SPEC L23). */
export function hasMediation({ signingEndsAt, mediationEndsAt }: SigningClock): boolean {
  return signingEndsAt !== null && mediationEndsAt !== null && signingEndsAt < mediationEndsAt;
}

/**
 * Whether nothing final is due of a revision yet, so that the word of one party may still end it (SPEC L8). What is due for publication is as good as published, and
 * nobody takes a position any more once the mediation is over: the clock is only late.
 */
export function isEndable(
  { state, releasesAt, ...clock }: SigningClock & { state: RevisionState; releasesAt: Date | null },
  now: Date,
): boolean {
  if (state === 'signing') return phaseAt(clock, now) !== 'over';
  return isCoolingOff({ state, releasesAt }, now);
}

/** Whether the publication of a revision is still to come, whatever the clock has looked at (SPEC L19). */
export function isCoolingOff({ state, releasesAt }: { state: RevisionState; releasesAt: Date | null }, now: Date): boolean {
  return state === 'cooling-off' && releasesAt !== null && now < releasesAt;
}

/** In this round a dissent stands instead of returning the claim (C27). A charter without the clause has no last round. */
export function isLastRound(round: number, { maxRounds }: Pick<CharterParameters, 'maxRounds'>): boolean {
  return maxRounds > 0 && round >= maxRounds;
}

/**
 * The round of a new revision: one more than the last one's, at most the last round, and 1 again after a publication (C27). Past the last there is only the
 * last: whoever withdraws their own proposal in it has not won back the right to send others' back to work.
 */
export function nextRound(
  last: { round: number; wasPublished: boolean } | undefined,
  { maxRounds }: Pick<CharterParameters, 'maxRounds'>,
): number {
  if (last === undefined || last.wasPublished) return 1;
  return maxRounds > 0 ? Math.min(last.round + 1, maxRounds) : last.round + 1;
}

/** The parts of the time for signing after which those who are waited for are reminded (C25). */
const reminders = [0.5, 0.9];

/** The moments of a signing at which people are told of its clock: two reminders, then the deadline. */
export function noticesOf(frozenAt: Date, { signingEndsAt }: SigningClock): Date[] {
  if (signingEndsAt === null) return [];
  const lasts = signingEndsAt.getTime() - frozenAt.getTime();
  return [...reminders.map((part) => new Date(frozenAt.getTime() + Math.round(lasts * part))), signingEndsAt];
}

export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * 3_600_000);
}
