import { describe, expect, it } from 'vitest';
import { recordAlternates } from '@/app/(public)/_page/addresses';
import { AlsoIn } from '@/app/(public)/_verdict/also-in';
import { ClaimSection } from '@/app/(public)/_verdict/claim-section';
import type { Reading } from '@/app/(public)/_verdict/reading';
import { VerdictArticle } from '@/app/(public)/_verdict/verdict-article';
import { verdictMetadata } from '@/app/(public)/_verdict/verdict-metadata';
import { draftTexts } from '@/tests/domain/build';
import { render, wordsOf } from '@/tests/support/render';
import { frozenRecord, reading } from './reading';

const path = '/verdicts/doha';
const arabic = draftTexts({ title: 'محادثات الدوحة', question: 'هل أعقبها وقف لإطلاق النار؟', claimText: 'صمد الوقف 18 شهرًا.' });

/** A verdict in English and Arabic as a reader of a page in `locale` sees it. */
function inTwo(locale: 'en' | 'ar'): Reading {
  const both = reading({ record: frozenRecord({ texts: { en: draftTexts(), ar: arabic } }) }, locale);
  return locale === 'en' ? both : { ...both, texts: arabic, written: { lang: 'ar', dir: 'rtl' } };
}

describe('a verdict in two languages', () => {
  it('[LG1] quotes the claim in the main language and calls the other a translation', () => {
    const { claimText } = draftTexts();
    const [english, translated] = [inTwo('en'), inTwo('ar')].map((one) => render(<ClaimSection reading={one} />, one.locale));
    for (const html of [english, translated])
      expect(html).toContain(`<blockquote class="claim" lang="en" dir="ltr">${claimText}</blockquote>`);
    expect(translated).toContain(`ترجمة المكتب</p><p lang="ar" dir="rtl">${arabic.claimText}</p>`);
    expect(english).not.toContain(arabic.claimText);
  });

  it('[LG6] leads to its other language, by that one’s own name', () => {
    expect(render(<AlsoIn reading={inTwo('en')} path={path} />)).toContain(
      `<li lang="ar" dir="rtl"><a href="/ar${path}">العربية</a></li>`,
    );
    const back = render(<AlsoIn reading={inTwo('ar')} path={path} />, 'ar');
    expect(back).toContain(`<li lang="en" dir="ltr"><a href="${path}">English</a></li>`);
    expect(back).not.toContain('العربية');
  });

  it('[LG6] names those languages to programs and no others, with the one that it is read in as its own address', () => {
    const { alternates, openGraph } = verdictMetadata(inTwo('ar'), path, arabic.finding);
    const here = (address: string) => expect.stringMatching(new RegExp(`//[^/]+${address}$`));
    expect(alternates).toEqual({
      canonical: here(`/ar${path}`),
      languages: { en: here(path), ar: here(`/ar${path}`), 'x-default': here(path) },
    });
    expect(openGraph).toMatchObject({ locale: 'ar', title: arabic.question });
  });
});

describe('a verdict in one language', () => {
  it('[LG6] is shown in it on every page, which says so where it is not the reader’s', () => {
    const words = wordsOf(render(<VerdictArticle reading={reading({}, 'ar')} path={path} />, 'ar'));
    expect(words).toContain(
      'لم توقّع الأطراف هذا السجل باللغة التي تقرأ بها هذه الصفحة (العربية)، فهو معروض بلغة أخرى (الإنجليزية).',
    );
    expect(words).toContain(draftTexts().question);
    const own = render(<VerdictArticle reading={reading()} path={path} />);
    expect(own).not.toContain('The parties have not signed this record');
    expect(own).not.toContain('Also in');
  });

  it('[LG6] names its one language to programs, or the page that shows it when none is in that language', () => {
    expect(Object.keys(verdictMetadata(reading({}, 'ar'), path, draftTexts().finding).alternates?.languages ?? {})).toEqual([
      'en',
      'x-default',
    ]);
    const russian = recordAlternates(path, { canonical: 'en', main: 'ru', written: ['ru'] });
    expect(Object.keys(russian.languages ?? {})).toEqual(['x-default']);
  });
});
