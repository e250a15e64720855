import { describe, expect, it } from 'vitest';
import { candidateOf } from '@/domain/intake/candidate-of';
import { suggestMapping } from '@/domain/intake/list-columns';

const defaults = { language: 'en', title: '', seenOn: '2026-03-01', dayOrder: 'year-first' } as const;

describe('the columns of a list', () => {
  it('are proposed by their names, whatever their case and spelling', () => {
    expect(suggestMapping(['id', 'Claim Text', 'original_claim_url', 'Outlet', 'claim_date', 'Lang'])).toEqual({
      wording: 'Claim Text',
      url: 'original_claim_url',
      title: 'Outlet',
      seenOn: 'claim_date',
      language: 'Lang',
    });
    expect(suggestMapping(['claimReviewed', 'URL', 'datePublished'])).toEqual({
      wording: 'claimReviewed',
      url: 'URL',
      seenOn: 'datePublished',
    });
    expect(suggestMapping(['الادعاء', 'التاريخ'])).toEqual({ wording: 'الادعاء', seenOn: 'التاريخ' });
  });

  it('are the first for the wording when no name tells', () => {
    expect(suggestMapping(['a', 'b'])).toEqual({ wording: 'a' });
  });
});

describe('a row', () => {
  const mapping = {
    wording: 'claim',
    language: 'lang',
    url: 'url',
    seenOn: 'date',
    title: 'in',
    locator: 'at',
    neutralTitle: 't',
  };

  it('[IN5] takes its own values first and what stands for all else', () => {
    const cells = {
      claim: ' It held. ',
      lang: 'pt_BR',
      url: 'https://www.example.org/a',
      date: '2020-11-03T00:00',
      in: '',
      at: 'p. 2',
      t: 'Held',
    };
    expect(candidateOf(cells, mapping, defaults)).toEqual({
      wording: 'It held.',
      language: 'pt-BR',
      title: 'Held',
      appearance: { title: 'example.org', url: 'https://www.example.org/a', seenOn: '2020-11-03', locator: 'p. 2' },
    });
    expect(candidateOf({ claim: 'It held.' }, { wording: 'claim' }, { ...defaults, title: 'A list' })).toEqual({
      wording: 'It held.',
      language: 'en',
      appearance: { title: 'A list', seenOn: '2026-03-01' },
    });
  });

  it('[IN5] keeps what it cannot understand, so that it is refused for it and not changed', () => {
    const read = candidateOf({ claim: 'x', lang: 'a language', date: 'last May' }, mapping, defaults);
    expect(read).toMatchObject({ language: 'a language', appearance: { seenOn: 'last May' } });
  });
});
