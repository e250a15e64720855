'use client';

import { useTranslations } from 'next-intl';
import { Choice } from '@/components/ui/choice';
import { Notice } from '@/components/ui/notice';
import type { ClauseId } from '@/domain/charter/clauses';
import { clauseKey } from '@/domain/charter/draft';
import type { Choose } from './choose';

/** Whether a clause that a charter may do without is in this one; `choose` is absent for those who read. */
export function ClauseListed({ clause, isListed, choose }: { clause: ClauseId; isListed: boolean; choose: Choose | undefined }) {
  const t = useTranslations('charterDraft');
  return (
    <>
      {choose !== undefined && (
        <Choice
          type="checkbox"
          name={clauseKey(clause)}
          label={t('listed', { clause })}
          checked={isListed}
          onChange={(event) => choose(clauseKey(clause), event.target.checked)}
        />
      )}
      {!isListed && <Notice tone="wait">{t('leftOut', { clause })}</Notice>}
    </>
  );
}
