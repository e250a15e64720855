import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { useLanguageName } from '@/components/ui/use-language-name';
import { ChallengesSection } from '../_challenges/challenges-section';
import { ArticleSection } from './article-section';
import { CheckSection } from './check-section';
import { ClaimSection } from './claim-section';
import { EvidenceSection } from './evidence-section';
import { HistorySection } from './history-section';
import { Lede } from './lede';
import type { Reading } from './reading';
import { SignaturesSection } from './signatures-section';
import { WhySection } from './why-section';

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
  const { texts, written } = reading;
  const t = useTranslations('public');
  const languages = useTranslations('languages');
  const nameOf = useLanguageName();
  const fallsBack = written.lang !== reading.locale;
  const sections: [string, ReactNode][] = [
    ['claim', <ClaimSection key="claim" reading={reading} />],
    ['why', <WhySection key="why" reading={reading} />],
    ['evidence', <EvidenceSection key="evidence" reading={reading} />],
    ['signatures', <SignaturesSection key="signatures" reading={reading} />],
    ...(texts.context === '' ? [] : [['context', <Context key="context" reading={reading} />] satisfies [string, ReactNode]]),
    ['history', <HistorySection key="history" reading={reading} />],
    ...(reading.verdict.charter.correctionRoute === null
      ? []
      : [['challenges', <ChallengesSection key="challenges" reading={reading} />] satisfies [string, ReactNode]]),
    ['check', <CheckSection key="check" reading={reading} />],
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
      {sections.map(([name, content], index) => (
        <ArticleSection key={name} number={index + 1} title={t(`section.${name}`)}>
          {content}
        </ArticleSection>
      ))}
    </article>
  );
}

function Context({ reading: { texts, written } }: { reading: Reading }) {
  return (
    <div className="body" {...written}>
      <p>{texts.context}</p>
    </div>
  );
}
