import { describe, expect, it } from 'vitest';
import { defaultParameters } from '@/domain/charter/parameters';
import { type DraftFields, type DraftTexts, emptyTexts } from '@/domain/record/draft';
import { freezeNeeds } from '@/domain/record/freeze-needs';
import { draftTexts } from '../build';

const ratings = defaultParameters.ratings.map(({ key }) => key);

function needs(texts: Partial<DraftTexts>, fields: DraftFields = { rating: 'not-accurate' }) {
  const found = freezeNeeds({ texts: { en: draftTexts(texts) }, fields }, ['en'], ratings);
  return found.map(({ need, fault }) => [need, fault?.code]);
}

describe('[R4] what freezing needs beside the clauses', () => {
  it('is a finding, an analysis and a rating, there or not', () => {
    const all = [
      ['finding', undefined],
      ['analysis', undefined],
      ['rating', undefined],
    ];
    expect(needs({})).toEqual(all);
    expect(
      freezeNeeds({ texts: { en: emptyTexts }, fields: {} }, ['en'], ratings).map(({ need, fault }) => [need, fault?.code]),
    ).toEqual([
      ['finding', 'text-missing'],
      ['analysis', 'text-missing'],
      ['rating', 'rating-missing'],
    ]);
    // Title, question and wording have clauses of their own, which say so already.
    expect(needs({ title: '', question: '', claimText: '' })).toEqual(all);
  });

  it('[LG2] is in each further language all that the record has, by its name', () => {
    const inTwo = (en: Partial<DraftTexts>, ar: Partial<DraftTexts>) =>
      freezeNeeds(
        { texts: { en: draftTexts(en), ar: draftTexts(ar) }, fields: { rating: 'not-accurate' } },
        ['en', 'ar'],
        ratings,
      )
        .slice(3)
        .map(({ need, language, fault }) => [need, language, fault?.code]);
    expect(inTwo({}, {})).toEqual([['translation', 'ar', undefined]]);
    // No clause says it of another language.
    expect(inTwo({ summary: 'In short.' }, { title: '', question: 'x'.repeat(301), claimText: '' })).toEqual([
      ['title', 'ar', 'translation-missing'],
      ['question', 'ar', 'text-long'],
      ['claimText', 'ar', 'translation-missing'],
      ['summary', 'ar', 'translation-missing'],
    ]);
    expect(inTwo({}, { context: 'سبقه أسبوع.' })).toEqual([
      ['context', undefined, 'translation-missing'],
      ['translation', 'ar', undefined],
    ]);
  });

  it('is what else is wrong with a text', () => {
    expect(needs({ context: 'x'.repeat(2001), title: 'A\u200Btitle' }).slice(3)).toEqual([
      ['title', 'forbidden-character'],
      ['context', 'text-long'],
    ]);
    expect(needs({}, { rating: 'nonsense' })[2]).toEqual(['rating', 'rating-unknown']);
    expect(needs({ question: 'x'.repeat(301) })[3]).toEqual(['question', 'text-long']);
  });
});
