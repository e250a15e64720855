import { expect, it } from 'vitest';
import { moveRetraction, readRetractionStatement, retractionStates } from '@/domain/correction/retraction';

it('[RT1] [RT4] what was proposed is made, declined or withdrawn, and what has ended moves no more', () => {
  const moves = ['make', 'decline', 'withdraw'] as const;
  const after = retractionStates.map((from) => moves.map((move) => moveRetraction(from, move)));
  expect(after[0]).toEqual(['made', 'declined', 'withdrawn'].map((value) => ({ ok: true, value })));
  for (const [index, from] of retractionStates.slice(1).entries())
    expect(after[index + 1]).toEqual(moves.map(() => ({ ok: false, refusal: { code: 'retraction-not-open', state: from } })));
});

const hex = 'a'.repeat(64);
const statement = {
  ...{ v: 1, type: 'retraction', workspace: 'w', claim: 'c', revision: 'r', retraction: 't' },
  ...{ recordSha256: hex, charterSha256: hex, party: 'p', member: 'm', reason: 'It was forged.', nonce: hex },
};

it('[RT3] reads a statement of a retraction and of nothing else', () => {
  expect(readRetractionStatement(JSON.stringify(statement))).toEqual(statement);
  for (const other of [{ type: 'sign-off' }, { retraction: undefined }, { decision: 'approve' }, { reason: '' }])
    expect(readRetractionStatement(JSON.stringify({ ...statement, ...other }))).toBeUndefined();
  expect(readRetractionStatement('not json')).toBeUndefined();
});
