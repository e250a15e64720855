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

it.each([
  ['It cost 12.', 'It cost 12. So it was told.', true],
  ['It cost 12.', 'It cost 12.\nSo it was told.', true],
  ['It cost 12', 'It cost 12\n\nSo it was told.', true],
  ['«It cost 12.»', '«It cost 12.» So it was told.', true],
  ['هل كلّف 12؟', 'هل كلّف 12؟ هكذا قيل.', true],
  ['', 'It cost 12.', true],
  ['It cost 12', 'It cost 120', false],
  ['It cost 12.', 'It cost 12.5.', false],
  ['It cost 12', 'It cost 12 million.', false],
  ['It was a truce', 'It was a truceless spring.', false],
  ['It cost 12.', 'It cost 11. It cost 12.', false],
])('[GC2] takes an end of the context for one only where a sentence or a line is over: %j, then %j', (was, is, isAppended) => {
  const said = (context: string) => {
    const { draft } = freezeInput();
    return record({ draft: { ...draft, texts: { ...draft.texts, en: { ...draftTexts(), context } } } });
  };
  expect(compareRecords(said(was), said(is))).toMatchObject([{ field: 'context', isAppended }]);
});
