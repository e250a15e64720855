import { type ClauseId, clauses } from '@/domain/charter/clauses';
import type { Permission } from '@/domain/policies/permissions';
import type { RevisionMove, RevisionState } from './transitions';

/** One line of a revision's life: who may make the move – by asking for it, or by what they do otherwise –, or `clock` when it follows by itself, which clauses it waits for, and the event that tells it. */
export type LifeLine = {
  from: readonly RevisionState[];
  move: RevisionMove;
  by: readonly Permission[] | 'clock';
  clauses: readonly ClauseId[];
  event: string;
};

/**
 * The whole life of a revision (SPEC L2, L18), for those who would rather read a table than code: the moves are those of transitions.ts, and due-step.ts says
 * when the clock makes one. A signature makes no move by itself: what follows from it is what the clock would do at that moment.
 */
export const lifeTable: readonly LifeLine[] = [
  { from: ['signing'], move: 'cool', by: 'clock', clauses: ['C21', 'C27', 'C29'], event: 'revision.cooling' },
  {
    from: ['signing', 'cooling-off'],
    move: 'publish',
    by: 'clock',
    // Every clause that is asked when a verdict is published, so that none is forgotten here.
    clauses: clauses.filter(({ gates }) => gates.includes('publish')).map(({ id }) => id),
    event: 'verdict.published',
  },
  // Also whoever proposes another one in its place, for a confirmed reply that it lacks (SPEC L20).
  { from: ['cooling-off'], move: 'reopen-signing', by: ['revision.sign'], clauses: ['C29'], event: 'revision.reopened' },
  { from: ['signing'], move: 'return', by: 'clock', clauses: ['C26', 'C27'], event: 'revision.returned' },
  {
    from: ['signing', 'cooling-off'],
    move: 'withdraw',
    // A party that leaves the charter takes back with it what asks for its word (C39, SPEC H18).
    by: ['revision.withdraw', 'charter.leave'],
    clauses: [],
    event: 'revision.withdrawn',
  },
  { from: ['signing'], move: 'expire', by: 'clock', clauses: ['C25', 'C27'], event: 'revision.expired' },
  { from: ['published'], move: 'retract', by: ['retraction.sign'], clauses: ['C21', 'C23', 'C35'], event: 'verdict.retracted' },
  { from: ['published'], move: 'supersede', by: 'clock', clauses: ['C30'], event: 'verdict.published' },
];
