import type { SignOffFacts } from '@/domain/charter/facts';
import { dueStep, type RevisionLife } from './due-step';
import type { Outcome } from './outcomes';

/** What becomes of a revision, and when; `waits` when nothing follows by itself. */
export type Forecast =
  | { ends: 'published'; outcome: Outcome; at: Date }
  | { ends: 'returned'; at: Date }
  | { ends: 'expired'; at: Date }
  | { ends: 'waits' };

/** The last moment that a date can say (ECMA-262, 21.4.1.1): by then all that is due has come. */
const endOfTime = new Date(8.64e15);

/** What becomes of a revision when nobody says another word: the clock's own question, step after step until there is none left (SPEC L22). */
export function forecastOf(life: RevisionLife): Forecast {
  const step = dueStep(life, endOfTime);
  if (step === undefined) return { ends: 'waits' };
  const { at } = step;
  switch (step.move) {
    case 'return':
      return { ends: 'returned', at };
    case 'expire':
      return { ends: 'expired', at };
    case 'publish':
      return { ends: 'published', outcome: step.outcome, at };
    case 'mediate':
      return forecastOf({ ...life, clock: step.clock });
    case 'cool':
      return forecastOf({ ...life, state: 'cooling-off', outcome: step.outcome, releasesAt: step.releasesAt });
  }
}

/** The same revision once somebody has said this of it. */
export function saying(life: RevisionLife, signOff: SignOffFacts, now: Date): RevisionLife {
  return { ...life, signOffs: [...life.signOffs, signOff], changedAt: now };
}

/**
 * The same revision once somebody has taken back what they said: in signing again (SPEC L19), unless it cools off as what the positions that are left amount to
 * as well (C29). What counted for nothing begins no cooling-off anew, however often it is said and taken back.
 */
export function takingBack(
  life: RevisionLife,
  { personId, partyId }: Pick<SignOffFacts, 'personId' | 'partyId'>,
  now: Date,
): RevisionLife {
  const signOffs = life.signOffs.filter((one) => one.personId !== personId || one.partyId !== partyId);
  const reopened: RevisionLife = { ...life, state: 'signing', outcome: null, releasesAt: null, signOffs, changedAt: now };
  if (life.state !== 'cooling-off') return reopened;
  const step = dueStep(reopened, now);
  return step?.move === 'cool' && step.outcome === life.outcome ? { ...life, signOffs } : reopened;
}
