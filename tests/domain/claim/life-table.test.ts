import { expect, it } from 'vitest';
import { eventTypes } from '@/commands/record-event';
import { clauseIds } from '@/domain/charter/clauses';
import { lifeTable } from '@/domain/claim/life-table';
import { revisionMoves, revisionStates } from '@/domain/claim/transitions';
import { permissions } from '@/domain/policies/permissions';

it('[L2] [L18] tells of every move from which states it leads, who makes it, and which event and clauses go with it', () => {
  const listed = lifeTable.flatMap(({ from, move }) => from.map((state) => `${state} ${move}`));
  const moves = revisionStates.flatMap((state) => Object.keys(revisionMoves[state]).map((move) => `${state} ${move}`));
  expect(listed.sort()).toEqual(moves.sort());
  for (const { by, event, clauses } of lifeTable) {
    expect(by === 'clock' || by in permissions).toBe(true);
    expect(eventTypes).toContain(event);
    expect(clauseIds).toEqual(expect.arrayContaining([...clauses]));
  }
});
