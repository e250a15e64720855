import { describe, expect, it } from 'vitest';
import { claimReviewsIn } from '@/domain/intake/claim-reviews-in';

/** Made for this test in the shapes that fact-checkers publish, with what is wrong in them too. */
const review = (changes: Record<string, unknown> = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  claimReviewed: 'The ferry did not run.',
  url: 'https://checkers.example/ferry',
  datePublished: '2025-11-03T09:00:00+01:00',
  author: [{ '@type': 'Organization', name: 'The Checkers' }],
  reviewBody: 'We asked the harbour office, and it is wrong.',
  reviewRating: { '@type': 'Rating', ratingValue: '', bestRating: 5, alternateName: 'Wrong\r' },
  ...changes,
});
const found = {
  wording: 'The ferry did not run.',
  language: '',
  url: 'https://checkers.example/ferry',
  title: 'The Checkers',
  seenOn: '2025-11-03T09:00:00+01:00',
};

describe('ClaimReview in JSON', () => {
  it.each<[string, unknown]>([
    ['alone', review()],
    ['in a list', [[review()]]],
    ['in a graph', { '@graph': [{ '@type': 'WebPage' }, review()] }],
    ['in a feed', { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [review()] }] }],
    ['with several types', review({ '@type': ['Article', 'ClaimReview'] })],
    ['with the full name of its type', review({ '@type': 'http://schema.org/ClaimReview' })],
    ['in a captured answer that holds JSON as text', { raw: JSON.stringify({ claim_review: review() }) }],
    ['with a numeric id', review({ id: 17, '@id': '#review' })],
  ])('[IN6] is found %s', (_, value) => {
    expect(claimReviewsIn(value)).toEqual([found]);
  });

  it('[IN6] is found in the scripts of a page, with line breaks inside its texts; a broken script is told as one without words', () => {
    const body = JSON.stringify(review()).replace('did not', 'did\nnot');
    const page = `<html><script type="application/ld+json">{"@type":"WebSite"}</script>
      <script data-x type='application/ld+json'>${body}</script>
      <script type="application/ld+json">{"@type":"ClaimReview",</script></html>`;
    expect(claimReviewsIn(page)).toEqual([found, { wording: '', language: '', url: '', title: '', seenOn: '' }]);
  });

  it.each<[string, unknown, object]>([
    [
      'the first appearance',
      {
        '@type': 'Claim',
        datePublished: '2025-10-01',
        firstAppearance: { '@type': 'CreativeWork', url: 'https://pier.example/notice', headline: 'Notice at the pier' },
        appearance: 'https://other.example/',
      },
      { url: 'https://pier.example/notice', title: 'Notice at the pier', seenOn: '2025-10-01' },
    ],
    [
      'an appearance in a list, as an address',
      { appearance: [{ name: 'nowhere' }, 'https://other.example/'] },
      { url: 'https://other.example/', title: '', seenOn: found.seenOn },
    ],
    [
      'what is reviewed itself, whose name is no publication where it repeats the claim',
      { '@type': 'CreativeWork', url: 'https://posts.example/1', name: 'The ferry did not run.', datePublished: '2025-10-02' },
      { url: 'https://posts.example/1', title: '', seenOn: '2025-10-02' },
    ],
    [
      'the second of several things that are reviewed',
      [{ '@type': 'Claim', name: 'x' }, { appearance: [{ url: 'https://posts.example/2', publisher: { name: 'A paper' } }] }],
      { url: 'https://posts.example/2', title: 'A paper' },
    ],
    ['the review, where the address leads nowhere by itself', { url: '/posts/1', author: { url: '/' } }, { url: found.url }],
    ['the review, where the address is its own', { url: found.url }, { url: found.url }],
    ['the review, where nothing else is named', { creativeWork: { url: 'https://lower.example' } }, { url: found.url }],
  ])('[IN6] says that the claim appeared in %s', (_, itemReviewed, expected) => {
    expect(claimReviewsIn(review({ itemReviewed }))).toEqual([{ ...found, ...expected }]);
  });

  it('[IN6] gives each of several claims, and a claim that is kept with its language', () => {
    expect(claimReviewsIn(review({ claimReviewed: ['One.', 'Two.'] }))).toEqual([
      { ...found, wording: 'One.' },
      { ...found, wording: 'Two.' },
    ]);
    expect(claimReviewsIn(review({ claimReviewed: { '@value': 'Один.', '@language': 'uk' } }))).toEqual([
      { ...found, wording: 'Один.', language: 'uk' },
    ]);
    expect(claimReviewsIn(review({ claimReviewed: [] }))).toEqual([{ ...found, wording: '' }]);
    expect(claimReviewsIn(review({ claimReviewed: Array.from({ length: 300_000 }, () => 'x') }))).toHaveLength(300_000);
  });

  it('[IN6] is found by the page that it is the main thing of, and in a script that is hidden from old browsers', () => {
    const bare = review({ url: undefined, mainEntityOfPage: { '@id': 'https://checkers.example/ferry' } });
    for (const [before, after] of [
      ['//<![CDATA[\n', '\n//]]>'],
      ['<!--', '-->'],
      ['/* <![CDATA[ */', '/* ]]> */'],
      ['', ';'],
    ])
      expect(claimReviewsIn(`<script type="application/ld+json">${before}${JSON.stringify(bare)}${after}</script>`)).toEqual([
        found,
      ]);
  });

  it('[IN7] gives nothing of its rating or its text', () => {
    const texts = JSON.stringify(claimReviewsIn(review({ inLanguage: { alternateName: 'pt-BR' } })));
    expect(texts).toContain('pt-BR');
    for (const theirs of ['Wrong', 'wrong', 'harbour office', '5'])
      expect(texts.replaceAll(/2025[^"]*/g, '')).not.toContain(theirs);
  });

  it('[IN6] is none in what only speaks of it, or lies deeper than anybody publishes', () => {
    expect(claimReviewsIn({ text: 'We publish "ClaimReview" markup.' })).toEqual([]);
    let deep: unknown = review();
    for (let level = 0; level < 5000; level += 1) deep = [deep];
    expect(claimReviewsIn(deep)).toEqual([]);
  });

  it.each(['<script', '<script application/ld+json', '<script type="application/ld+json">', '<script>', '</script>'])(
    '[IN14] is looked for in 8 MB of tags that never end: %s',
    (piece) => {
      const page = `<script type="application/ld+json">${JSON.stringify(review())}</script>`;
      const hostile = piece.repeat((8 * 1024 * 1024) / piece.length);
      expect(claimReviewsIn(`ClaimReview ${hostile}`)).toEqual([]);
      expect(claimReviewsIn(`${page}${hostile}`)).toEqual([found]);
    },
  );
});
