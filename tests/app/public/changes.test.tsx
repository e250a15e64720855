import { describe, expect, it } from 'vitest';
import { LeadVerdict, VerdictRow } from '@/app/(public)/_list/verdict-rows';
import { ChangedLine } from '@/app/(public)/_verdict/changed-line';
import { ChangesArticle } from '@/app/(public)/_verdict/changes-article';
import { HistorySection } from '@/app/(public)/_verdict/history-section';
import { Lede } from '@/app/(public)/_verdict/lede';
import { replacedRevision, replacingRevision } from '@/app/(public)/_verdict/replaced-revision';
import type { ListedVerdict } from '@/db/queries/public/published-verdicts';
import { digestOf } from '@/domain/record/canonical';
import { draftTexts } from '@/tests/domain/build';
import { render, wordsOf } from '@/tests/support/render';
import { day, frozenRecord, publicSignOff, reading } from './reading';

const published = (number: number, date: number) => ({
  number,
  sha256: digestOf(`${number}`),
  outcome: 'joint' as const,
  frozenAt: day(date),
  publishedAt: day(date),
});

/** Revision 3 took the place of revision 1; a dissent ended revision 2 between them. */
const corrected = {
  number: 3,
  current: 3,
  record: frozenRecord({ texts: { en: draftTexts({ finding: 'The agreement foresaw later talks and held no ceasefire.' }) } }),
  publishedAt: day(11),
  history: [published(1, 7), published(3, 11)],
  ended: [
    {
      number: 2,
      frozenAt: day(8),
      ended: 'dissent' as const,
      endedAt: day(9),
      party: 'Southern desk',
      statementSha256: digestOf('dissent'),
    },
  ],
};
const first = reading({ history: corrected.history, current: 3 }).verdict;

describe('a verdict that took the place of another', () => {
  it('[L17] stands beside the published revision that it replaced, over those that nobody published', () => {
    const { history } = corrected;
    expect([1, 3].map((number) => replacedRevision({ number, history })?.number)).toEqual([undefined, 1]);
    expect([1, 3].map((number) => replacingRevision({ number, history })?.number)).toEqual([3, undefined]);
  });

  it.each([
    ['en', 'First published 7 March 2026 . Changed 11 March 2026 . See what changed since revision 1'],
    ['ar', 'نُشرت أول مرة في 7 آذار/مارس 2026 . تغيّرت في 11 آذار/مارس 2026 . انظر ما تغيّر منذ المراجعة 1'],
  ] as const)('[L17] says so under its title (%s)', (locale, sentence) => {
    const html = render(<Lede reading={reading(corrected, locale)} path="/verdicts/doha" />, locale);
    expect(wordsOf(html)).toContain(sentence);
    const address = '/verdicts/doha/revisions/3/changes';
    expect(html).toContain(`href="${locale === 'en' ? '' : `/${locale}`}${address}"`);
  });

  it('[L17] is not said of the first', () => {
    expect(render(<ChangedLine reading={reading()} />)).toBe('');
  });

  it('[L17] leads from its history to what changed', () => {
    const html = render(<HistorySection reading={reading(corrected)} />);
    expect([...html.matchAll(/href="([^"]+\/changes)"/g)].map(([, href]) => href)).toEqual([
      '/verdicts/doha/revisions/3/changes',
    ]);
  });

  it('[L17] marks what was added and what went, aloud too', () => {
    const html = render(<ChangesArticle reading={reading(corrected)} before={first} />);
    expect(html).toMatch(/<ins>.*held no ceasefire.*<\/ins>|<ins>.*later.*<\/ins>/s);
    expect(wordsOf(html)).toContain('Removed:');
    expect(wordsOf(html)).toContain('Revision 3, published 11 March 2026 , beside revision 1, published 7 March 2026 .');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('[L17] marks nothing where nothing changed', () => {
    const same = reading({ ...corrected, record: frozenRecord() });
    expect(render(<ChangesArticle reading={same} before={first} />)).not.toMatch(/<(ins|del)[ >]/);
  });
});

describe('a list of verdicts', () => {
  const { record } = first;
  const listed: ListedVerdict = {
    slug: 'doha',
    revision: 3,
    outcome: 'joint',
    rating: 'not-accurate',
    language: 'en',
    texts: record.texts,
    parties: record.parties,
    signersPerParty: 1,
    signOffs: [publicSignOff(1, 'north'), publicSignOff(2, 'south')],
    firstPublishedAt: day(7),
    publishedAt: day(11),
  };

  it.each([VerdictRow, LeadVerdict])('[L17] marks the changed ones alone', (Row) => {
    const row = (verdict: ListedVerdict) => wordsOf(render(<Row verdict={verdict} locale="en" timeZone="UTC" />));
    expect(row(listed)).toContain('Joint finding Changed');
    expect(row({ ...listed, publishedAt: day(7) })).not.toContain('Changed');
  });
});
