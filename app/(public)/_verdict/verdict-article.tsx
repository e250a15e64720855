import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { useLanguageName } from '@/components/ui/use-language-name';
import { ChallengesSection } from '../_challenges/challenges-section';
import { type ArticlePart, articleParts } from '../_outcome/article-parts';
import { ArticleSection } from './article-section';
import { CheckSection } from './check-section';
import { HistorySection } from './history-section';
import { Lede } from './lede';
import type { Reading } from './reading';

/** A verdict as an instrument: numbered articles with a hairline between them. Everything in it is of the frozen bytes or of their sign-offs. */
export function VerdictArticle({
  reading,
  path,
  notice,
}: {
  reading: Reading;
  /** The page's address without a language: the record's other languages stand at the same one. */
  path: string;
  notice?: ReactNode;
}) {
  const { written } = reading;
  const languages = useTranslations('languages');
  const nameOf = useLanguageName();
  const titleOf = useSectionTitle();
  const fallsBack = written.lang !== reading.locale;
  const sections: { name: SectionName; content: ReactNode }[] = [
    ...articleParts(reading),
    { name: 'history', content: <HistorySection reading={reading} /> },
    ...(reading.verdict.charter.correctionRoute === null
      ? []
      : [{ name: 'challenges' as const, content: <ChallengesSection reading={reading} /> }]),
    { name: 'check', content: <CheckSection reading={reading} /> },
  ];
  return (
    <article className="inst">
      {(notice !== undefined || fallsBack) && (
        <div className="mt-6 grid gap-3">
          {notice}
          {fallsBack && (
            <Notice>{languages('notInYours', { yours: nameOf(reading.locale), language: nameOf(written.lang) })}</Notice>
          )}
        </div>
      )}
      <Lede reading={reading} path={path} />
      {sections.map(({ name, content }, index) => (
        <ArticleSection key={name} number={index + 1} title={titleOf(name)}>
          {content}
        </ArticleSection>
      ))}
    </article>
  );
}

type SectionName = ArticlePart['name'] | 'history' | 'challenges' | 'check';

function useSectionTitle(): (name: SectionName) => string {
  const t = useTranslations('public.section');
  const position = useTranslations('position.section');
  return (name) => (name === 'agreed' || name === 'positions' || name === 'standing' ? position(name) : t(name));
}
