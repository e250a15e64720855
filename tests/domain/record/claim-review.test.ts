import { describe, expect, it } from 'vitest';
import { checkRecord } from '@/domain/charter/check-record';
import { defaultParameters, defaultRatings } from '@/domain/charter/parameters';
import { plainRatingWords, ratingWordIn } from '@/domain/charter/rating-words';
import { type ClaimReviewInput, claimReview } from '@/domain/record/claim-review';
import { FrozenRecord } from '@/domain/record/frozen-record';
import vector from '@/tests/vectors/frozen-record.json';
import { recordFacts } from '../build';

const record = FrozenRecord.parse(vector.record);

function input(change: Partial<ClaimReviewInput> = {}): ClaimReviewInput {
  return {
    record,
    parameters: { ratings: defaultRatings },
    outcome: 'joint',
    ratingName: 'Not accurate',
    meaning: 'Every party approved it.',
    language: 'en',
    url: 'https://desk.example/verdicts/doha',
    publisher: { name: 'Peace talks desk', url: 'https://desk.example/' },
    publishedAt: new Date('2026-01-15T10:00:00Z'),
    modifiedAt: new Date('2026-01-16T10:00:00Z'),
    ...change,
  };
}

const rated = (rating: string) => ({ ...record, fields: { ...record.fields, rating } });
const ratingOf = (change: Partial<ClaimReviewInput>) => claimReview(input(change)).reviewRating;
const keysOf = (value: unknown) => (typeof value === 'object' && value !== null ? Object.keys(value) : []);

describe('ClaimReview', () => {
  it('[R8] of a joint verdict has this shape', () => {
    expect(claimReview(input())).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://desk.example/verdicts/doha',
      inLanguage: 'en',
      claimReviewed: 'The Doha talks brought an 18-month ceasefire',
      datePublished: '2026-01-15T10:00:00.000Z',
      dateModified: '2026-01-16T10:00:00.000Z',
      author: { '@type': 'Organization', name: 'Peace talks desk', url: 'https://desk.example/' },
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'Not accurate',
        ratingExplanation: 'The agreement foresaw talks about a ceasefire and held none.',
        ratingValue: 1,
        bestRating: 5,
        worstRating: 1,
      },
      itemReviewed: {
        '@type': 'Claim',
        text: 'The Doha talks of 2020 brought a ceasefire of 18 months.',
        datePublished: '2020-03-01',
        author: { '@type': 'Person', name: 'A speaker', jobTitle: 'Envoy' },
        appearance: [{ '@type': 'CreativeWork', headline: 'Peace talks and the news', url: 'https://news.example/talks' }],
      },
    });
  });

  it('[R8] has an author that is the joint body, and no party', () => {
    const author = JSON.stringify(claimReview(input()).author);
    expect(author).toContain('Peace talks desk');
    for (const party of record.parties) expect(author).not.toContain(party.name);
  });

  it.each(defaultRatings.filter(({ value }) => value !== undefined))(
    '[R8] gives $key the number $value between worst 1 and best 5',
    ({ key, value }) => {
      expect(ratingOf({ record: rated(key) })).toMatchObject({ ratingValue: value, bestRating: 5, worstRating: 1 });
    },
  );

  it.each(defaultRatings.filter(({ value }) => value === undefined))('[R8] gives $key a word and no number', ({ key }) => {
    expect(keysOf(ratingOf({ record: rated(key), ratingName: key }))).toEqual(['@type', 'alternateName', 'ratingExplanation']);
  });

  it.each([
    ['joint', true],
    ['with-dissent', true],
    ['split', false],
    ['no-joint-finding', false],
  ] as const)('[R8] gives an outcome that is %s a number: %s', (outcome, numbered) => {
    expect(keysOf(ratingOf({ outcome })).includes('ratingValue')).toBe(numbered);
  });

  it.each(['split', 'no-joint-finding'] as const)(
    '[R8] [O2] [O3] tells of an outcome that is %s nothing that was proposed',
    (outcome) => {
      const { rating: _, ...fields } = record.fields;
      const said = claimReview(input({ outcome, record: { ...record, fields }, ratingName: 'Split', meaning: 'They differ.' }));
      expect(said.reviewRating).toEqual({ '@type': 'Rating', alternateName: 'Split', ratingExplanation: 'They differ.' });
      const finding = record.texts.en?.finding ?? '';
      expect(finding).not.toBe('');
      for (const proposed of [finding, 'ratingValue', 'bestRating', 'worstRating', 'not-accurate', 'Not accurate'])
        expect(JSON.stringify(said)).not.toContain(proposed);
      expect(said.author).toMatchObject({ '@type': 'Organization', name: 'Peace talks desk' });
    },
  );

  it('[R8] gives a rating that the charter does not know no number', () => {
    expect(keysOf(ratingOf({ parameters: { ratings: [] } }))).not.toContain('ratingValue');
  });

  it('[R8] reads the number from the charter of the verdict', () => {
    expect(ratingOf({ parameters: { ratings: [{ key: 'not-accurate', value: 2 }] } })).toMatchObject({ ratingValue: 2 });
  });

  it('[R8] never invents a claimant', () => {
    const unknown = { ...record, fields: { rating: 'not-accurate', claimantRole: 'Envoy' } };
    expect(keysOf(claimReview(input({ record: unknown })).itemReviewed)).toEqual(['@type', 'text', 'appearance']);
  });

  it('[R8] names a claimant whose role nobody knows', () => {
    const named = { ...record, fields: { rating: 'not-accurate', claimantName: 'A speaker' } };
    expect(claimReview(input({ record: named })).itemReviewed).toMatchObject({
      author: { '@type': 'Person', name: 'A speaker' },
    });
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//news.example',
    'news.example',
    'https://',
    undefined,
  ])('[R8] leaves out an address that no program should follow: %s', (url) => {
    const elsewhere = { ...record, appearances: [{ title: 'Talks', seenOn: '2026-01-15', url }] };
    expect(claimReview(input({ record: elsewhere })).itemReviewed).toMatchObject({
      appearance: [{ '@type': 'CreativeWork', headline: 'Talks' }],
    });
    expect(JSON.stringify(claimReview(input({ record: elsewhere })).itemReviewed)).not.toContain('url');
  });

  it('[R8] speaks the language that was asked for, and otherwise the main one and says so', () => {
    expect(claimReview(input({ language: 'ar' }))).toMatchObject({ inLanguage: 'ar', claimReviewed: record.texts.ar?.title });
    expect(claimReview(input({ language: 'fr' }))).toMatchObject({ inLanguage: 'en', claimReviewed: record.texts.en?.title });
  });

  it('[R8] is one plain object whose texts are single strings', () => {
    const review = claimReview(input());
    expect(JSON.parse(JSON.stringify(review))).toEqual(review);
    expect(typeof review.claimReviewed).toBe('string');
  });

  it.each(['en', 'ar'])('[C06] holds no rating word in claimReviewed when the title met the charter, in %s', (language) => {
    const { claimReviewed } = claimReview(input({ language }));
    const title = String(claimReviewed);
    const ratingWords = [...plainRatingWords];
    expect(
      checkRecord('propose', recordFacts({ title, ratingWords }), defaultParameters).find(({ clause }) => clause === 'C06')?.met,
    ).toBe(true);
    expect(ratingWordIn(title, ratingWords)).toBeUndefined();
  });

  it('faults on a record without its main language, which no freezing makes', () => {
    expect(() => claimReview(input({ record: { ...record, texts: {} } }))).toThrow('en is missing');
  });
});
