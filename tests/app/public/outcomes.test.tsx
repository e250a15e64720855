import { describe, expect, it } from 'vitest';
import { LeadVerdict, VerdictRow } from '@/app/(public)/_list/verdict-rows';
import { ChangesArticle } from '@/app/(public)/_verdict/changes-article';
import { HistorySection } from '@/app/(public)/_verdict/history-section';
import type { Reading } from '@/app/(public)/_verdict/reading';
import { VerdictArticle } from '@/app/(public)/_verdict/verdict-article';
import type { ListedVerdict } from '@/db/queries/public/published-verdicts';
import { shownRecord } from '@/db/queries/public/shown-record';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';
import { type Outcome, outcomes } from '@/domain/claim/outcomes';
import { digestOf } from '@/domain/record/canonical';
import { draftTexts } from '@/tests/domain/build';
import { localeNames, messagesOf } from '@/tests/support/message-files';
import { render, wordsOf } from '@/tests/support/render';
import { day, frozenRecord, publicSignOff, reading } from './reading';

const finding = 'No text of those days sets a truce.';
const summary = 'Both texts were read line by line.';
const analysisWords = 'The second paragraph names a date and no truce.';
const record = frozenRecord({
  texts: {
    en: draftTexts({
      ...{ finding, summary, context: 'The talks lasted eighteen days.' },
      analysis: [{ type: 'paragraph', content: [{ type: 'text', text: analysisWords }] }],
    }),
  },
});
const reason = 'The finding leaves out the week of reduced violence, which readers will take for a truce.';
const dissent = { decision: 'dissent', reason, cites: 'C10' } as const;
const statement = 'We read both texts with our lawyers.';

const signed: Record<Outcome, PublicSignOff[]> = {
  joint: [publicSignOff(1, 'south'), publicSignOff(2, 'north')],
  'with-dissent': [publicSignOff(1, 'south', dissent), publicSignOff(2, 'south'), publicSignOff(3, 'north')],
  split: [
    publicSignOff(1, 'south', dissent),
    publicSignOff(2, 'north', { decision: 'approve-with-statement', reason: statement }),
  ],
  'no-joint-finding': [publicSignOff(1, 'north', { decision: 'approve-with-statement', reason: statement })],
};

function published(outcome: Outcome, change: Partial<Reading['verdict']> = {}, locale: Reading['locale'] = 'en'): Reading {
  return reading({ outcome, record: shownRecord(record, outcome), signOffs: signed[outcome], ...change }, locale);
}

function listed(outcome: Outcome): ListedVerdict {
  const isRated = outcome === 'joint' || outcome === 'with-dissent';
  const { title, question } = draftTexts();
  return {
    ...{ slug: 'doha', revision: 1, outcome, rating: isRated ? 'not-accurate' : null, language: 'en', signersPerParty: 1 },
    texts: { en: { title, question, finding: isRated ? finding : null } },
    ...{ parties: record.parties, signOffs: signed[outcome], firstPublishedAt: day(7), publishedAt: day(7) },
  };
}

const page = (verdict: Reading) =>
  render(<VerdictArticle reading={verdict} path="/verdicts/doha" />, verdict.locale).replaceAll('\u00a0', ' ');
const unrated = ['split', 'no-joint-finding'] as const;
/** The proposed rating, as a language says it. No text of this record holds it. */
const ratingWord = (locale: string) => messagesOf(locale, 'rating.json').get('not-accurate') ?? 'no message';

describe('a verdict in public', () => {
  it.each(outcomes)('[O1] that is %s names its outcome, what it means and the clause', (outcome) => {
    const html = page(published(outcome));
    const words = wordsOf(html);
    expect(words).toContain(messagesOf('en', 'outcome.json').get(outcome));
    expect(words).toContain(messagesOf('en', 'position.json').get(`meaning.${outcome}`));
    expect(html).toMatch(/href="\/charter\/1#C2[178]"/);
    for (const Row of [VerdictRow, LeadVerdict])
      expect(wordsOf(render(<Row verdict={listed(outcome)} locale="en" timeZone="UTC" />))).toContain(
        messagesOf('en', 'outcome.json').get(outcome),
      );
  });

  it.each(unrated.flatMap((outcome) => localeNames.map((locale) => [outcome, locale] as const)))(
    '[O2] that is %s has no word of a rating, on its page, in its changes and in lists, in %s',
    (outcome, locale) => {
      const verdict = published(outcome, {}, locale as Reading['locale']);
      const before = published('joint').verdict;
      const shown = [
        page(verdict),
        ...[VerdictRow, LeadVerdict].map((Row) =>
          render(<Row verdict={listed(outcome)} locale={verdict.locale} timeZone="UTC" />, verdict.locale),
        ),
        render(<ChangesArticle reading={verdict} before={{ ...before, record: verdict.verdict.record }} />, verdict.locale),
      ];
      for (const html of shown)
        for (const word of [ratingWord(locale), 'not-accurate']) expect(html.toLowerCase()).not.toContain(word.toLowerCase());
    },
  );

  it('[O2] that is joint has one, so that the search for none means something', () => {
    expect(wordsOf(page(published('joint')))).toContain('Not accurate');
  });

  it.each(unrated)('[O3] that is %s prints the finding under the name of who approved it, and no reason of it', (outcome) => {
    const html = page(published(outcome));
    expect(html.split(finding)).toHaveLength(2);
    const north = /<article class="p1"[^>]*>(.*?)<\/article>/s.exec(html)?.[1] ?? '';
    expect(wordsOf(north)).toContain('Northern desk');
    expect(wordsOf(north)).toContain(`The finding as proposed ${finding} Its statement ${statement}`);
    for (const closed of [summary, analysisWords, 'The talks lasted']) expect(html).not.toContain(closed);
    for (const Row of [VerdictRow, LeadVerdict])
      expect(render(<Row verdict={listed(outcome)} locale="en" timeZone="UTC" />)).not.toContain(finding);
    expect(html).toContain('href="/verdicts/doha/revisions/1/record.json"');
  });

  it('[O3] says above what changed in one that it is what was proposed', () => {
    const html = render(<ChangesArticle reading={published('split')} before={published('split').verdict} />);
    expect(html.indexOf('This revision was published as split.')).toBeGreaterThan(0);
    expect(html.indexOf('This revision was published as split.')).toBeLessThan(html.indexOf(finding));
    expect(render(<ChangesArticle reading={published('joint')} before={published('joint').verdict} />)).not.toContain(
      'was proposed',
    );
  });

  it('[O3] prints the finding nowhere when no party approved it', () => {
    const signOffs = [publicSignOff(1, 'south', dissent), publicSignOff(2, 'north', dissent)];
    const html = page(published('split', { signOffs }));
    expect(html).not.toContain(finding);
    expect(wordsOf(html)).toContain('No party approved the finding as proposed, so it is not printed here.');
  });

  it('[O4] [C28] prints each dissent beside the finding, whole and in its type, with whose it is and what it rests on', () => {
    const html = page(published('with-dissent'));
    const lede = /<header class="lede">(.*?)<dl/s.exec(html)?.[1] ?? '';
    expect(lede).toMatch(new RegExp(`<p class="one" lang="en" dir="ltr">[^<]*${finding.slice(0, 20)}`));
    expect(lede).toMatch(new RegExp(`<p class="one" lang="en" dir="ltr">${reason.slice(0, 30)}`));
    expect(wordsOf(lede)).toContain('A moderator of Southern desk dissents, and the party approves the finding');
    expect(wordsOf(lede)).toContain(`${reason} Rests on C10 . Signed, Moderator, Southern desk`);
  });

  it('[O4] calls an objection that stood one, with its ground', () => {
    const objection = publicSignOff(1, 'south', { ...dissent, decision: 'object', ground: 'evidence-pending' });
    const words = wordsOf(
      page(published('with-dissent', { signOffs: [objection, publicSignOff(2, 'south'), publicSignOff(3, 'north')] })),
    );
    expect(words).toContain('A moderator of Southern desk objects, the objection stood at the deadline');
    expect(words).toContain('On the ground of evidence that is on its way. Rests on C10');
  });

  it('[O6] [C27] stands positions in the charter’s order, whoever signed first, under one limit', () => {
    const html = page(published('split'));
    const section = /<div class="pos">(.*?)<\/div><p class="under">/s.exec(html)?.[1] ?? '';
    expect([...section.matchAll(/<h3[^>]*><bdi[^>]*>([^<]+)/g)].map(([, name]) => name)).toEqual([
      'Northern desk',
      'Southern desk',
    ]);
    expect(wordsOf(section)).toContain(`Dissents from the finding as proposed ${reason} Rests on C10`);
    expect(wordsOf(html)).toContain('In the order of the charter. At most 300 words for each statement');
    expect(wordsOf(html)).toContain('What the parties agree on');
    expect(wordsOf(html)).toContain('Positions 2 of 2');
  });

  it('[O7] names silence as silence, and never as consent', () => {
    const html = page(published('no-joint-finding'));
    const south = /<article class="p2"[^>]*>(.*?)<\/article>/s.exec(html)?.[1] ?? '';
    expect(wordsOf(south)).toContain('Took no position Nobody signed for this party in time. Silence is recorded as no position');
    expect(wordsOf(html)).toContain('Positions 1 of 2');
    expect(wordsOf(html)).not.toContain('What the parties agree on');
  });

  it('[O7] calls too few approvals no position, and an abstention none', () => {
    const { charter } = published('split').verdict;
    const signOffs = [publicSignOff(1, 'north'), publicSignOff(2, 'south', { ...dissent, decision: 'abstain' })];
    const words = wordsOf(page(published('no-joint-finding', { charter: { ...charter, signersPerParty: 2 }, signOffs })));
    expect(words).toContain(
      '1 approval was signed for this party, and the charter asks for 2. That is no position, and no consent.',
    );
    expect(words).toContain('Who signed for this party took no position.');
    expect(words).not.toContain(finding);
  });

  it('[O8] keeps what was taken back and each objection in its history, without their words', () => {
    const sha256 = digestOf('withdrawn');
    const step = { number: 1, party: 'south', ground: null, at: day(5), withdrawnAt: day(6), sha256 };
    const words = wordsOf(
      render(
        <HistorySection
          reading={published('split', {
            signing: [
              { ...step, decision: 'approve' },
              { ...step, decision: 'object', ground: 'law', party: 'north', withdrawnAt: null, sha256: digestOf('objection') },
            ],
          })}
        />,
      ),
    );
    expect(words).toContain(
      '6 March 2026 Southern desk took back a signature on revision 1 It was made on 5 March 2026 : Approves.',
    );
    expect(words).toContain(sha256);
    expect(words).toContain('5 March 2026 Northern desk objected to revision 1 on the ground of law');
    expect(words).toContain('Revision 1 published for everybody at once Joint finding');
  });
});

describe('a record that mentions a party which it does not list', () => {
  const acceptances = ['north', 'west', 'gone'].map((party) => ({ party, questionSha256: digestOf('question') }));
  const searches = [{ party: 'west', stance: 'supports' as const, note: 'Nothing in the archive of the radio.' }];
  const mentioned = [{ id: 'west', name: 'Western desk', letter: 'W', position: 3 }];

  it('[R16] is read in whole, and names the party', () => {
    const html = page(published('joint', { record: frozenRecord({ acceptances, searches }), mentioned }));
    expect(wordsOf(html)).toContain('Western desk');
    expect(wordsOf(html)).toContain('Nothing in the archive of the radio.');
  });
});
