import { describe, expect, it } from 'vitest';
import { rowClaim } from '@/commands/imports/row-claim';
import { noon } from '@/tests/support/build';

const columns = ['wording', 'language', 'neutralTitle', 'url', 'title', 'seenOn', 'locator'] as const;
const mapping = { wording: 'wording', ...Object.fromEntries(columns.map((column) => [column, column])) };
const defaults = { language: 'en', title: '', seenOn: '2026-02-01', dayOrder: 'year-first' } as const;
const good = {
  wording: 'The ferry did not run.',
  language: 'en',
  neutralTitle: 'The ferry',
  url: 'https://example.org/ferry',
  title: 'A notice',
  seenOn: '2026-01-05',
  locator: 'p. 1',
};
const longest = 8 * 1024 * 1024;

describe('a row as a claim', () => {
  it.each(['a', 'jan', '1 jan ', 'https://a.', '-', ' "', '<b ', '&amp;'])(
    '[IN5] [IN14] is refused with the reason for every cell, all of 8 MB together, of: %j',
    (piece) => {
      const cell = `${piece.repeat(longest / piece.length / columns.length)}x`;
      const cells = Object.fromEntries(columns.map((column) => [column, cell]));
      const judged = rowClaim(cells, { mapping, defaults, now: noon });
      expect(new Set('issues' in judged ? judged.issues.map(({ field }) => field) : [])).toEqual(new Set(columns));
    },
  );

  it('[IN11] is refused with the beginning of what stands there, and with one reason for each part', () => {
    const bad = {
      ...{ wording: ' ', language: 'Klingon', neutralTitle: `${'t'.repeat(75)}!`, url: `https://e.example/${'a'.repeat(2000)}` },
      ...{ title: 'A notice', seenOn: 'last May', locator: '' },
    };
    const judged = rowClaim(bad, { mapping, defaults, now: noon });
    expect('issues' in judged && judged.issues).toEqual([
      { field: 'wording', code: 'required' },
      { field: 'neutralTitle', code: 'too-long', length: 76, max: 75, value: bad.neutralTitle },
      { field: 'language', code: 'not-a-language', value: 'Klingon' },
      { field: 'url', code: 'too-long', length: 2018, max: 2000, value: `${bad.url.slice(0, 80)}…` },
      { field: 'seenOn', code: 'not-a-day', value: 'last May' },
    ]);
    const late = rowClaim({ ...good, seenOn: '2033-01-05' }, { mapping, defaults, now: noon });
    expect(late).toEqual({ issues: [{ field: 'seenOn', code: 'seen-in-future', seenOn: '2033-01-05', value: '2033-01-05' }] });
  });

  it('[IN5] is none where its wording is an address', () => {
    const judged = rowClaim({ ...good, wording: 'https://example.org/ferry' }, { mapping, defaults, now: noon });
    expect(judged).toEqual({ issues: [{ field: 'wording', code: 'only-an-address', value: 'https://example.org/ferry' }] });
  });

  it('[IN16] is read without markup and without marks that nobody sees, and a second address where the first is empty', () => {
    const cells = {
      ...good,
      wording: '<p>The \u200b&quot;ferry&quot;</p>',
      url: '',
      second: 'https://www.example.org/a?b=1&amp;c=2',
      title: '',
    };
    const judged = rowClaim(cells, { mapping: { ...mapping, otherUrl: 'second' }, defaults, now: noon });
    expect(judged).toMatchObject({
      claim: {
        wording: 'The "ferry"',
        appearance: { url: 'https://www.example.org/a?b=1&c=2', title: 'example.org' },
      },
    });
  });

  it('[IN5] of an archived page is named after the page', () => {
    const url = 'https://web.archive.org/web/20201130144023/https://www.example.org/ferry';
    expect(rowClaim({ ...good, url, title: '' }, { mapping, defaults, now: noon })).toMatchObject({
      claim: { appearance: { url, title: 'example.org' } },
    });
  });

  it('[IN5] is the claim that it says', () => {
    expect(rowClaim(good, { mapping, defaults, now: noon })).toEqual({
      claim: {
        wording: good.wording,
        language: 'en',
        title: good.neutralTitle,
        appearance: { title: good.title, url: good.url, seenOn: good.seenOn, locator: good.locator },
      },
    });
  });
});
