import { expect, it } from 'vitest';
import { eventTypes } from '@/commands/record-event';
import { checkPublication } from '@/domain/charter/check-publication';
import { clauses as allClauses, clauseIds } from '@/domain/charter/clauses';
import { defaultParameters } from '@/domain/charter/parameters';
import { lifeTable } from '@/domain/claim/life-table';
import { revisionMoves, revisionStates } from '@/domain/claim/transitions';
import { permissions } from '@/domain/policies/permissions';
import { publicationFacts } from '../build';

it('[L2] [L18] tells of every move from which states it leads, who makes it, and which event and clauses go with it', () => {
  const listed = lifeTable.flatMap(({ from, move }) => from.map((state) => `${state} ${move}`));
  const moves = revisionStates.flatMap((state) => Object.keys(revisionMoves[state]).map((move) => `${state} ${move}`));
  expect(listed.sort()).toEqual(moves.sort());
  for (const { by, event, clauses } of lifeTable) {
    expect(by === 'clock' || (by.length > 0 && by.every((one) => one in permissions))).toBe(true);
    expect(eventTypes).toContain(event);
    expect(clauseIds).toEqual(expect.arrayContaining([...clauses]));
  }
});

it('[L2] [H1] tells of a publication every clause that its check answers for, in the charter’s order', () => {
  const asked = allClauses.filter(({ gates }) => gates.includes('publish')).map(({ id }) => id);
  const publishing = lifeTable.find(({ move }) => move === 'publish');
  expect(publishing?.clauses).toEqual(asked);
  const findings = checkPublication(publicationFacts(), defaultParameters).map(({ clause }) => clause);
  expect(publishing?.clauses).toEqual(findings);
});
