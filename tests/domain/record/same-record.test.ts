import { expect, it } from 'vitest';
import { digestOf } from '@/domain/record/canonical';
import { type FreezeInput, freezeRecord } from '@/domain/record/freeze';
import type { FrozenRecord } from '@/domain/record/frozen-record';
import { isSameRecord } from '@/domain/record/same-record';
import { draftTexts, freezeInput } from '../build';

function frozen(change: Partial<FreezeInput> = {}): FrozenRecord {
  const result = freezeRecord(freezeInput(change));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.record;
}

it('[R10] the record of two rounds is the same when only the salt differs', () => {
  expect(isSameRecord(frozen(), frozen({ salt: digestOf('the next round') }))).toBe(true);
});

it.each<[string, Partial<FreezeInput>]>([
  ['a word', { draft: { texts: { en: draftTexts({ context: 'A word.' }) }, fields: { rating: 'not-accurate' } } }],
  ['the rating', { draft: { texts: { en: draftTexts() }, fields: { rating: 'accurate' } } }],
  ['the charter', { charter: { number: 2, sha256: digestOf('charter') } }],
  ['a search', { searches: [] }],
])('[R10] it is another one when %s is', (_, change) => {
  expect(isSameRecord(frozen(), frozen(change))).toBe(false);
});
