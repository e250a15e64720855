import { describe, expect, it } from 'vitest';
import { type Stage, stageOf, stages } from '@/domain/claim/stage';
import type { ClaimState, RevisionState } from '@/domain/claim/transitions';

const cases: [ClaimState, RevisionState[], Stage][] = [
  ['submitted', [], 'submitted'],
  ['open', [], 'open'],
  ['open', ['signing'], 'signing'],
  ['open', ['cooling-off'], 'signing'],
  ['open', ['withdrawn'], 'open'],
  ['open', ['expired'], 'open'],
  ['open', ['withdrawn', 'signing'], 'signing'],
  ['open', ['published'], 'published'],
  ['open', ['withdrawn', 'published'], 'published'],
  ['open', ['superseded', 'published'], 'published'],
  ['open', ['published', 'signing'], 'signing'],
  ['open', ['published', 'withdrawn'], 'published'],
  ['closed', [], 'closed'],
  ['closed', ['published'], 'closed'],
  ['closed', ['signing'], 'closed'],
];

describe('the stage that people see', () => {
  it.each(cases)('[L6] of a claim that is %s with revisions %j is %s', (state, revisions, expected) => {
    expect(stageOf({ state, revisions: revisions.map((one) => ({ state: one })) })).toBe(expected);
  });

  it('[L6] does not depend on the order of the revisions', () => {
    for (const [state, revisions, expected] of cases)
      expect(stageOf({ state, revisions: revisions.toReversed().map((one) => ({ state: one })) })).toBe(expected);
  });

  it('[L6] is one of the listed stages, and each of them is reached', () => {
    expect(new Set(cases.map(([, , stage]) => stage))).toEqual(new Set(stages));
  });
});
