'use client';

import { useTranslations } from 'next-intl';
import { ClauseLine } from '@/components/record/clause-checklist';
import type { FreezeNeed } from '@/domain/record/freeze-needs';
import { useFaultWords } from '../../../../_words/use-fault-words';
import { WriteButton } from './write-button.client';

/** What freezing asks for beside the charter's clauses, unmet first: without it "all met" would still be refused. */
export function FreezeChecklist({ needs, canEdit }: { needs: FreezeNeed[]; canEdit: boolean }) {
  const t = useTranslations('desk.freezeNeeds');
  const words = useFaultWords();
  const inOrder = [...needs.filter(({ fault }) => fault !== undefined), ...needs.filter(({ fault }) => fault === undefined)];
  return (
    <section aria-labelledby="freeze-needs">
      <h2 id="freeze-needs">{t('title')}</h2>
      <ul>
        {inOrder.map(({ need, fault }) => (
          <ClauseLine
            key={need}
            met={fault === undefined}
            title={fault === undefined ? t(`met.${need}`) : words(fault)}
            actions={canEdit ? <WriteButton place={need === 'rating' ? 'fields' : `text-${need}`} /> : undefined}
          />
        ))}
      </ul>
    </section>
  );
}
