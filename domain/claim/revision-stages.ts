import { phaseAt, type SigningClock } from './signing-clock';
import type { RevisionState } from './transitions';

/** A revision's way, as people are shown it. Mediation is a part of the time for signing that has a name of its own. */
export type StageName = 'signing' | 'mediation' | 'cooling-off' | 'published' | LastStage;
type LastStage = 'superseded' | 'retracted' | 'withdrawn' | 'expired';
export type RevisionStage = {
  name: StageName;
  is: 'done' | 'now' | 'ahead';
  /** When it ends, or ended; of a last stage, when it began. Null where nothing says so yet. */
  at: Date | null;
  /** Whether it comes only if the parties have not come together before. */
  isConditional: boolean;
};

export type Staged = SigningClock & {
  state: RevisionState;
  outcomeAt: Date | null;
  releasesAt: Date | null;
  endedAt: Date | null;
  publishedAt: Date | null;
};

/** Where a revision is between its freeze and its end, in the order of the table of moves (SPEC L2, L23). */
export function stagesOf(revision: Staged, { coolingOffHours }: { coolingOffHours: number }, now: Date): RevisionStage[] {
  const { state, signingEndsAt, mediationEndsAt, outcomeAt, releasesAt, publishedAt, endedAt } = revision;
  const phase = state === 'signing' ? phaseAt(revision, now) : undefined;
  const settledAt = outcomeAt ?? (state === 'signing' ? null : (endedAt ?? publishedAt));
  const hasMediation = signingEndsAt !== null && mediationEndsAt !== null && signingEndsAt < mediationEndsAt;
  const stages: RevisionStage[] = [
    { name: 'signing', is: phase === 'signing' ? 'now' : 'done', at: earlier(signingEndsAt, settledAt), isConditional: false },
  ];
  if (hasMediation && (settledAt === null || settledAt > signingEndsAt)) {
    const is = phase === undefined ? 'done' : phase === 'signing' ? 'ahead' : 'now';
    stages.push({ name: 'mediation', is, at: earlier(mediationEndsAt, settledAt), isConditional: is === 'ahead' });
  }
  if (state === 'withdrawn' || state === 'expired')
    return [...stages, { name: state, is: 'now', at: endedAt, isConditional: false }];
  if (releasesAt !== null || (phase !== undefined && coolingOffHours > 0)) {
    const is = state === 'cooling-off' ? 'now' : phase === undefined ? 'done' : 'ahead';
    stages.push({ name: 'cooling-off', is, at: releasesAt, isConditional: false });
  }
  const isOver = state === 'superseded' || state === 'retracted';
  const is = publishedAt === null ? 'ahead' : isOver ? 'done' : 'now';
  stages.push({ name: 'published', is, at: publishedAt, isConditional: false });
  return isOver ? [...stages, { name: state, is: 'now', at: endedAt, isConditional: false }] : stages;
}

/** Where a revision that is not decided yet stands, and until when; undefined for any other. A list says this beside the stage of the claim. */
export type RevisionClock = { is: 'signing' | 'mediation' | 'over' | 'cooling-off'; until: Date | null };

export function clockOf(
  { state, releasesAt, ...clock }: SigningClock & { state: RevisionState; releasesAt: Date | null },
  now: Date,
): RevisionClock | undefined {
  if (state === 'cooling-off') return { is: 'cooling-off', until: releasesAt };
  if (state !== 'signing') return undefined;
  const is = phaseAt(clock, now);
  return { is, until: is === 'signing' ? clock.signingEndsAt : is === 'mediation' ? clock.mediationEndsAt : null };
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
