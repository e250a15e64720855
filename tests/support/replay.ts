import type { RevisionState } from '@/domain/claim/transitions';

export type Told = { type: string; subjectId: string | null; facts: Record<string, unknown> };
export type PublicState = {
  revisions: Record<string, { number: number; state: RevisionState }>;
  verdict: { revision: string; outcome: string } | undefined;
};

/** The states that events leave a revision in, by their names alone. */
const statesAfter: Record<string, RevisionState> = {
  'revision.proposed': 'signing',
  'revision.withdrawn': 'withdrawn',
  'revision.returned': 'withdrawn',
  'revision.cooling': 'cooling-off',
  'revision.reopened': 'signing',
  'revision.expired': 'expired',
  'verdict.published': 'published',
  'verdict.retracted': 'retracted',
};

/** What the history of one claim says became of its revisions (SPEC L21). It shares no code with what made the history. */
export function replay(history: readonly Told[]): PublicState {
  const state: PublicState = { revisions: {}, verdict: undefined };
  for (const { type, subjectId, facts } of history) {
    const becomes = statesAfter[type];
    if (becomes === undefined || subjectId === null) continue;
    if (type === 'verdict.retracted') state.verdict = undefined;
    if (type === 'verdict.published') {
      const before = state.verdict && state.revisions[state.verdict.revision];
      if (before !== undefined) before.state = 'superseded';
      state.verdict = { revision: subjectId, outcome: String(facts.outcome) };
    }
    state.revisions[subjectId] = { number: Number(facts.number), state: becomes };
  }
  return state;
}
