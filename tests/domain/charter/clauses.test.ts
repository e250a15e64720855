import { expect, it } from 'vitest';
import { checkPublication } from '@/domain/charter/check-publication';
import { checkRecord } from '@/domain/charter/check-record';
import { checkSigning } from '@/domain/charter/check-signing';
import { clauseIds, clauses } from '@/domain/charter/clauses';
import { defaultParameters } from '@/domain/charter/parameters';
import { publicationFacts, recordFacts, signingFacts } from '../build';

const answers = {
  intake: checkRecord('intake', recordFacts(), defaultParameters),
  propose: checkRecord('propose', recordFacts(), defaultParameters),
  sign: checkSigning(signingFacts(), defaultParameters),
  publish: checkPublication(publicationFacts(), defaultParameters),
};

it('[H2] lists every clause once, in the order of the charter', () => {
  expect(clauses.map(({ id }) => id)).toEqual(clauseIds);
  expect(clauseIds).toEqual([...new Set(clauseIds)].sort());
});

it.each(clauses)('[H2] enforces $id at every gate that it names', ({ id, gates }) => {
  const enforcedAt = Object.entries(answers).flatMap(([gate, findings]) =>
    findings.some(({ clause }) => clause === id) ? [gate] : [],
  );
  // What holds always, and what is asked of a correction, is kept by commands and pages of its own, not by a gate.
  expect(enforcedAt).toEqual(gates.filter((gate) => gate !== 'always' && gate !== 'correction'));
});

it('[H2] reads every parameter in some clause', () => {
  const read = new Set(clauses.flatMap(({ parameters }) => parameters));
  expect([...read].sort()).toEqual(Object.keys(defaultParameters).sort());
});

it('[H1] meets every clause with the facts that the other tests start from', () => {
  expect(
    Object.values(answers)
      .flat()
      .filter(({ met }) => !met),
  ).toEqual([]);
});
