import { describe, expect, it } from 'vitest';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { FrozenRecord, FrozenSource } from '@/domain/record/frozen-record';
import vector from '@/tests/vectors/frozen-record.json';
import { frozenSource } from '../build';

const record = FrozenRecord.parse(vector.record);

const faults: [string, object][] = [
  ['a time of freezing', { frozenAt: '2026-01-15T10:00:00Z' }],
  ['a proposer', { proposedBy: 'sami' }],
  ['a revision number', { revision: 1 }],
  ['another version', { v: 2 }],
  ['another type', { type: 'sign-off' }],
  ['a short salt', { salt: 'ab' }],
  ['a salt in capitals', { salt: record.salt.toUpperCase().replace(/\d/g, 'A') }],
  ['no parties', { parties: [] }],
  ['a charter without a digest', { charter: { number: 1 } }],
  ['no rating', { fields: {} }],
  ['an empty title', { texts: { en: { ...record.texts.en, title: '' } } }],
  ['an empty analysis', { texts: { en: { ...record.texts.en, analysis: [] } } }],
  ['a language that is no tag', { texts: { English: record.texts.en } }],
  ['a source with a state', { sources: [{ ...record.sources[0], state: 'accepted' }] }],
];

describe('a frozen record', () => {
  it('[R2] has the bytes and the digest that the vector holds', () => {
    const bytes = canonicalBytes(record);
    expect(new TextDecoder().decode(bytes)).toBe(vector.canonical);
    expect(digestOf(bytes)).toBe(vector.sha256);
  });

  it.each(faults)('[R3] is closed: it has no place for %s', (_, change) => {
    expect(FrozenRecord.safeParse({ ...record, ...change }).success).toBe(false);
  });

  it.each(Object.keys(record))('[R3] is not one without %s', (name) => {
    const rest = Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
    const optional = name === 'primaryJustification';
    expect(FrozenRecord.safeParse(rest).success).toBe(optional);
  });

  it.each([
    { kind: 'rumour' },
    { stance: 'none' },
    { primacy: 'tertiary' },
    { interest: '' },
    { number: 0 },
    { fileSha256: 'abc' },
    { publishedOn: '2020' },
  ])('[R3] holds no source with %j', (change) =>
    expect(FrozenSource.safeParse({ ...frozenSource(1), ...change }).success).toBe(false),
  );

  it('[S9] says what each source says, and quotes where there is a quotation', () => {
    expect(FrozenSource.safeParse(frozenSource(1, { quotation: undefined })).success).toBe(true);
    expect(FrozenSource.safeParse({ ...frozenSource(1), says: undefined }).success).toBe(false);
  });
});
