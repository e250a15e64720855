import { describe, expect, it } from 'vitest';
import { checkRecord } from '@/domain/charter/check-record';
import { factsOfFrozenRecord } from '@/domain/charter/facts-of-frozen-record';
import { defaultParameters } from '@/domain/charter/parameters';
import { questionDigest } from '@/domain/record/canonical';
import { FrozenRecord } from '@/domain/record/frozen-record';
import vector from '@/tests/vectors/frozen-record.json';
import { frozenSource, question } from '../build';

const record = FrozenRecord.parse(vector.record);
const at = { now: new Date('2026-03-02T12:00:00Z'), lateReplies: 0 };
const alignmentOf = (publisher: Partial<FrozenRecord['sources'][number]['publisher']>) =>
  factsOfFrozenRecord(
    { ...record, sources: [frozenSource(1, { publisher: { name: 'x', owner: 'x', alignment: 'none', ...publisher } })] },
    at,
  ).sources[0]?.alignment;

describe('the facts of a frozen record', () => {
  it('[C23] are those of the signed bytes', () => {
    expect(factsOfFrozenRecord(record, at)).toMatchObject({
      claimText: record.texts.en?.claimText,
      title: record.texts.en?.title,
      question,
      questionSha256: questionDigest(question),
      appearances: 1,
      acceptances: [{ partyId: 'north' }, { partyId: 'south' }],
      searches: [
        { partyId: 'north', stance: 'supports' },
        { partyId: 'south', stance: 'supports' },
      ],
      primaryJustification: record.primaryJustification,
    });
  });

  it('[C06] hold the titles of every language', () => {
    expect(factsOfFrozenRecord(record, at)).toMatchObject({
      title: record.texts.en?.title,
      otherTitles: [record.texts.ar?.title],
    });
    expect(factsOfFrozenRecord({ ...record, language: 'ar' }, at)).toMatchObject({
      title: record.texts.ar?.title,
      otherTitles: [record.texts.en?.title],
    });
  });

  it('[L5] hold the signing parties and no observing one', () => {
    expect(factsOfFrozenRecord(record, at).parties).toEqual([
      { id: 'north', name: 'Northern desk' },
      { id: 'south', name: 'Southern desk' },
    ]);
  });

  it('[H3] hold accepted sources, since a record has no others', () => {
    expect(factsOfFrozenRecord(record, at).sources).toMatchObject([
      { id: 'source-1', number: 1, group: 'owner-1', state: 'accepted' },
    ]);
  });

  it('[C08] never take an unknown alignment for none', () => {
    expect(alignmentOf({})).toEqual({ kind: 'none' });
    expect(alignmentOf({ alignment: 'unknown' })).toEqual({ kind: 'unknown' });
    expect(alignmentOf({ alignment: 'party' })).toEqual({ kind: 'unknown' });
    expect(alignmentOf({ alignment: 'party', alignedWith: 'north' })).toEqual({ kind: 'party', partyId: 'north' });
  });

  it('[H1] can be asked every clause of publication about the record', () => {
    expect(
      checkRecord('publish', factsOfFrozenRecord(record, at), defaultParameters).map(({ clause, met }) => `${clause} ${met}`),
    ).toEqual(['C07 false', 'C08 false', 'C09 true', 'C10 true', 'C18 false']);
  });
});
