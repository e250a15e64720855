import { expect, it } from 'vitest';
import { digestOf } from '@/domain/record/canonical';
import { freezeRecord } from '@/domain/record/freeze';
import { isUnchanged } from '@/domain/record/unchanged';
import { draftTexts, freezeInput } from '../build';

function recordWith(change: Parameters<typeof freezeInput>[0]) {
  const frozen = freezeRecord(freezeInput(change));
  if (!frozen.ok) throw new Error(frozen.refusal.code);
  return frozen.value.record;
}

it('[R10] sees no change in another salt or version, and one in a single word, a source or a party', () => {
  const record = recordWith({});
  expect(isUnchanged(record, recordWith({ salt: digestOf('another round') }))).toBe(true);
  // One that was published by an earlier version of the desk.
  expect(isUnchanged({ ...record, v: 1 }, record)).toBe(true);
  const texts = { en: draftTexts({ finding: 'Another finding.' }) };
  expect(isUnchanged(record, recordWith({ draft: { texts, fields: { rating: 'not-accurate' } } }))).toBe(false);
  expect(isUnchanged(record, recordWith({ searches: [] }))).toBe(false);
});
