import { expect, it } from 'vitest';
import { compareRecords } from '@/domain/correction/compare-records';
import { freezeRecord } from '@/domain/record/freeze';
import { draftTexts, freezeInput } from '../build';

function record(change: Parameters<typeof freezeInput>[0] = {}) {
  const frozen = freezeRecord(freezeInput(change));
  if (!frozen.ok) throw new Error(frozen.refusal.code);
  return frozen.value.record;
}

it('[GC2] names each field that differs, with its language, and what kind of difference it is', () => {
  const input = freezeInput();
  const texts = draftTexts({ title: 'Another title', context: 'Much was said.' });
  const after = record({ draft: { ...input.draft, texts: { ...input.draft.texts, en: texts } } });
  const before = record();
  expect(compareRecords(before, before)).toEqual([]);
  expect(compareRecords(before, after).map(({ field, language, isVerdict }) => ({ field, language, isVerdict }))).toEqual([
    { field: 'title', language: 'en', isVerdict: true },
    { field: 'context', language: 'en', isVerdict: false },
  ]);
});
