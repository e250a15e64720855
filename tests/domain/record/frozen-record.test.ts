import { describe, expect, it } from 'vitest';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { FrozenRecord, FrozenSource } from '@/domain/record/frozen-record';
import vector from '@/tests/vectors/frozen-record.json';
import secondVector from '@/tests/vectors/frozen-record-v2.json';
import thirdVector from '@/tests/vectors/frozen-record-v3.json';
import { frozenSource } from '../build';

const record = FrozenRecord.parse(vector.record);

const faults: [string, object][] = [
  ['a time of freezing', { frozenAt: '2026-01-15T10:00:00Z' }],
  ['a proposer', { proposedBy: 'sami' }],
  ['a revision number', { revision: 1 }],
  ['another version', { v: 4 }],
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
  it.each([
    [1, vector],
    [2, secondVector],
    [3, thirdVector],
  ])('[R2] [F8] of version %i has the bytes and the digest that the vector holds', (v, { record: said, canonical, sha256 }) => {
    const read = FrozenRecord.parse(said);
    const bytes = canonicalBytes(read);
    expect(read.v).toBe(v);
    expect(new TextDecoder().decode(bytes)).toBe(canonical);
    expect(digestOf(bytes)).toBe(sha256);
  });

  it('[F8] says a file in the way of its version alone, and of a source that is one', () => {
    const file = { sha256: digestOf('file'), sizeBytes: 4, mediaType: 'text/plain' };
    const isRecord = (v: number, source: object) => FrozenRecord.safeParse({ ...record, v, sources: [source] }).success;
    const digestAlone = { ...frozenSource(1), kind: 'file', fileSha256: file.sha256 };
    const whole = { ...frozenSource(1), kind: 'file', file };
    expect([1, 2].map((v) => [isRecord(v, digestAlone), isRecord(v, whole)])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(isRecord(2, { ...frozenSource(1), kind: 'file' })).toBe(false);
    expect(isRecord(2, { ...frozenSource(1), file })).toBe(false);
    for (const change of [{ sizeBytes: 0 }, { sizeBytes: undefined }, { mediaType: '' }, { name: 'scan.png' }])
      expect(isRecord(2, { ...whole, file: { ...file, ...change } }), JSON.stringify(change)).toBe(false);
  });

  it('[RR5] holds a reply from version 3 on, and none in the others', () => {
    const { reply } = FrozenRecord.parse(thirdVector.record);
    expect(reply?.replies).toHaveLength(1);
    const reads = (v: number) => FrozenRecord.safeParse({ ...record, v, sources: [frozenSource(1)], reply }).success;
    expect([1, 2, 3].map(reads)).toEqual([false, false, true]);
    expect(FrozenRecord.safeParse({ ...record, v: 3, sources: [frozenSource(1)], reply: { ...reply, from: 'x' } }).success).toBe(
      false,
    );
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
