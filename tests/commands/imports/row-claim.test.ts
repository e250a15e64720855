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
  it.each(['a', 'jan', '1 jan ', 'https://a.', '-', ' "', '\u200b'])(
    '[IN5] [IN14] is refused with the reason for every cell, all of 8 MB together, of: %j',
    (piece) => {
      const cell = `${piece.repeat(longest / piece.length / columns.length)}x`;
      const cells = Object.fromEntries(columns.map((column) => [column, cell]));
      const judged = rowClaim(cells, { mapping, defaults, now: noon });
      expect(new Set('issues' in judged ? judged.issues.map(({ field }) => field) : [])).toEqual(new Set(columns));
    },
  );

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
