import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { localeFacts } from '@/messages/locales';
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
export function VerdictArticle({ reading, notice }: { reading: Reading; notice?: ReactNode }) {
  const { texts, written } = reading;
  const t = useTranslations('public');
  const fallsBack = written.lang !== reading.locale;
  const sections: [string, ReactNode][] = [
    ['claim', <ClaimSection key="claim" reading={reading} />],
    ['why', <WhySection key="why" reading={reading} />],
    ['evidence', <EvidenceSection key="evidence" reading={reading} />],
    ['signatures', <SignaturesSection key="signatures" reading={reading} />],
    ...(texts.context === '' ? [] : [['context', <Context key="context" reading={reading} />] satisfies [string, ReactNode]]),
    ['history', <HistorySection key="history" reading={reading} />],
    ['check', <CheckSection key="check" reading={reading} />],
  ];
  return (
    <article className="inst">
      {(notice !== undefined || fallsBack) && (
        <div className="mt-6 grid gap-3">
          {notice}
          {fallsBack && <Notice>{t('verdict.otherLanguage', { language: languageName(written.lang, reading.locale) })}</Notice>}
        </div>
      )}
      <Lede reading={reading} />
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

/** A language by its name in the reader's own. */
function languageName(language: string, locale: string): string {
  return new Intl.DisplayNames(localeFacts(locale).tag, { type: 'language' }).of(language) ?? language;
}
