import { describe, expect, it } from 'vitest';
import { DraftFields, emptyTexts, isBlank, lengthOf, RecordDraft, textsOf } from '@/domain/record/draft';
import { draftTexts } from '../build';

const draft = { texts: { en: draftTexts() }, fields: {} };

describe('a draft', () => {
  it('carries prose and scalars', () => {
    const fields = {
      statedOn: '2020-02-29',
      claimantName: 'A speaker',
      claimantRole: 'Envoy',
      topics: ['ceasefire'],
      track: 'security',
      rating: 'not-accurate',
    };
    expect(RecordDraft.parse({ ...draft, fields })).toEqual({ ...draft, fields });
  });

  it.each(['status', 'state', 'role', 'signOffs', 'sources', 'charter', 'verdict'])(
    '[R1] has no place for authority: %s',
    (name) => {
      expect(RecordDraft.safeParse({ ...draft, [name]: 'x' }).success).toBe(false);
      expect(RecordDraft.safeParse({ ...draft, fields: { [name]: 'x' } }).success).toBe(false);
      expect(RecordDraft.safeParse({ texts: { en: { ...draftTexts(), [name]: 'x' } }, fields: {} }).success).toBe(false);
    },
  );

  it.each([
    { statedOn: '29 February 2020' },
    { claimantName: '' },
    { claimantName: 'x'.repeat(201) },
    { topics: Array.from({ length: 9 }, () => 'x') },
    { topics: [''] },
    { rating: '' },
  ])('refuses a field out of bounds: %j', (fields) => expect(DraftFields.safeParse(fields).success).toBe(false));

  it('has empty texts in a language that nobody has begun', () => {
    expect(textsOf(draft, 'en')).toBe(draft.texts.en);
    expect(textsOf(draft, 'ar')).toEqual(emptyTexts);
  });
});

it.each([
  ['', 0],
  ['abc', 3],
  ['😀', 1],
  ['e\u0301', 2],
])('counts %j as %i code points', (text, length) => expect(lengthOf(text)).toBe(length));

it.each([
  ['', true],
  [' \n\t\u00A0', true],
  ['\u200D\u200E\u2067', true],
  ['\uFEFF', true],
  ['.', false],
  ['ا', false],
  ['\u0301', false],
  ['😀', false],
])('[R4] takes %j for nothing to read: %s', (text, expected) => expect(isBlank(text)).toBe(expected));
