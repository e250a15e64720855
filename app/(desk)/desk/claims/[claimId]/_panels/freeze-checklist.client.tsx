'use client';

import { useTranslations } from 'next-intl';
import { ClauseLine } from '@/components/record/clause-checklist';
import { useLanguageName } from '@/components/ui/use-language-name';
import type { FreezeNeed } from '@/domain/record/freeze-needs';
import { useFaultWords } from '../../../../_words/use-fault-words';
import { WriteButton } from './write-button.client';

/** What freezing asks for beside the charter's clauses, unmet first: without it "all met" would still be refused. */
export function FreezeChecklist({ needs, canEdit }: { needs: FreezeNeed[]; canEdit: boolean }) {
  const t = useTranslations('desk.freezeNeeds');
  const languages = useTranslations('languages');
  const nameOf = useLanguageName();
  const words = useFaultWords();
  const inOrder = [...needs.filter(({ fault }) => fault !== undefined), ...needs.filter(({ fault }) => fault === undefined)];
  const titleOf = ({ need, language, fault }: FreezeNeed) => {
    if (fault !== undefined) return words(fault, { isOther: language !== undefined });
    return language === undefined ? t(`met.${need}`) : languages('complete', { language: nameOf(language) });
  };
  return (
    <section aria-labelledby="freeze-needs">
      <h2 id="freeze-needs">{t('title')}</h2>
      <ul>
        {inOrder.map((line) => (
          <ClauseLine
            key={`${line.need} ${line.language ?? ''}`}
            met={line.fault === undefined}
            title={titleOf(line)}
            actions={
              canEdit ? (
                <WriteButton place={line.need === 'rating' ? 'fields' : `text-${line.need}`} language={line.language} />
              ) : undefined
            }
          />
        ))}
      </ul>
    </section>
  );
}
