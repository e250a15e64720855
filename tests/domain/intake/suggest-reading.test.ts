import { expect, it } from 'vitest';
import { suggestReading } from '@/domain/intake/suggest-reading';

const rows = [
  { id: '1', link: 'https://e.example/a', headline: 'The ferry did not run on Monday.', when: '14.02.2026' },
  { id: '2', link: 'https://e.example/b', headline: 'The bridge was opened in May 2024.', when: '3.02.2026' },
];

it('[IN18] a list is proposed to be read by names first: two addresses, and days as its rows write them', () => {
  const columns = ['label', 'claim', 'original_claim_url', 'fact_checking_article', 'claim_date'];
  const sample = [{ claim: 'x', claim_date: '31-10-2020' }];
  expect(suggestReading(columns, sample)).toEqual({
    mapping: {
      ...{ wording: 'claim', url: 'original_claim_url', otherUrl: 'fact_checking_article', seenOn: 'claim_date' },
    },
    dayOrder: 'day-first',
  });
});

it('[IN18] where no name tells the wording, it is the column whose cells read like sentences, and else the first', () => {
  expect(suggestReading(['id', 'link', 'headline', 'when'], rows)).toEqual({
    mapping: { wording: 'headline', url: 'link' },
    dayOrder: 'year-first',
  });
  expect(suggestReading(['id', 'link'], rows).mapping.wording).toBe('id');
  expect(suggestReading(['a', 'b'], []).mapping).toEqual({ wording: 'a' });
});

it('[IN18] names inside names are read too, as answers of programs have them', () => {
  const columns = ['id', 'content.text.value', 'claimReview.publisher.name', 'claimReview.url', 'claimReview.languageCode'];
  expect(suggestReading(columns, []).mapping).toEqual({
    wording: 'content.text.value',
    title: 'claimReview.publisher.name',
    url: 'claimReview.url',
    language: 'claimReview.languageCode',
  });
});
