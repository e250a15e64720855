import { describe, expect, it } from 'vitest';
import { VerdictRow } from '@/app/(public)/_list/verdict-rows';
import { writtenLike } from '@/app/(public)/_page/text-direction';
import { ClaimSection } from '@/app/(public)/_verdict/claim-section';
import { EvidenceSection } from '@/app/(public)/_verdict/evidence-section';
import { SignaturesSection } from '@/app/(public)/_verdict/signatures-section';
import { render } from '@/tests/support/render';
import { day, publicSignOff, reading } from './reading';

describe('words whose language nobody stored', () => {
  it.each([
    ['We approve the finding.', { lang: 'en', dir: 'ltr' }],
    ['«نوافق على الخلاصة.»', { lang: 'ar', dir: 'rtl' }],
    ['12 – نوافق', { lang: 'ar', dir: 'rtl' }],
    ['אנו מסכימים', { lang: 'ar', dir: 'rtl' }],
    ['123', { lang: 'en', dir: 'ltr' }],
  ])('are taken for the language that runs their way: %s', (text, written) => {
    expect(writtenLike(text, ['en', 'ar'])).toEqual(written);
  });

  it('are of none when no language runs their way', () => {
    expect(writtenLike('نوافق', ['en', 'fr'])).toEqual({ lang: '', dir: 'rtl' });
  });
});

describe('an English record on an Arabic page', () => {
  const statement = 'We approve the finding.';
  const verdict = reading(
    {
      signOffs: [publicSignOff(1, 'south', { decision: 'approve-with-statement', reason: statement }), publicSignOff(2, 'north')],
    },
    'ar',
  );

  it('quotes a statement with the marks of its own language', () => {
    expect(render(<SignaturesSection reading={verdict} />, 'ar')).toContain(
      `<span class="said" lang="en" dir="ltr"><q>${statement}</q></span>`,
    );
  });

  it.each([ClaimSection, EvidenceSection, SignaturesSection])('keeps each party’s name in one piece (%o)', (Section) => {
    const html = render(<Section reading={verdict} />, 'ar');
    const shown = html.replaceAll(/="[^"]*"/g, '').match(/(?:Northern|Southern) desk/g);
    const whole = html.match(/<bdi class="nb">[^<]*(?:Northern|Southern) desk\u2069?<\/bdi>/g);
    expect(whole?.length).toBeGreaterThan(0);
    expect(whole?.length).toBe(shown?.length);
  });

  it('gives the rating and the finding a line each, and one in its own language', () => {
    const { record } = verdict.verdict;
    const row = (locale: 'en' | 'ar') =>
      render(
        <VerdictRow
          verdict={{
            slug: 'doha',
            revision: 1,
            outcome: 'joint',
            rating: 'not-accurate',
            language: 'en',
            texts: record.texts,
            parties: record.parties,
            signersPerParty: 1,
            signOffs: [],
            firstPublishedAt: day(7),
            publishedAt: day(7),
          }}
          locale={locale}
          timeZone="UTC"
        />,
        locale,
      );
    const { finding } = verdict.texts;
    expect(row('ar')).toContain(`<p><b>غير دقيق</b></p><p lang="en" dir="ltr">${finding}</p>`);
    expect(row('en')).toContain(`<p><b>Not accurate</b>. ${finding}</p>`);
  });
});
