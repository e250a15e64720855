'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { StatementKind } from '@/domain/claim/statement-kinds';
import { CommandButton } from '../../../../_forms/command-button.client';
import { CloseClaim } from '../_record/close-claim.client';
import { StatementChoice } from './statement-choice.client';

/** Say what kind of statement the claim is and open it for checking, or close it with a reason that stays (C02). */
export function TriageActions({ claimId, wording, asksKind }: { claimId: string; wording: string; asksKind: boolean }) {
  const t = useTranslations('desk.triage');
  const [statement, setStatement] = useState<StatementKind>();
  const isOpened = statement === undefined || statement === 'fact';
  return (
    <>
      {asksKind && <StatementChoice chosen={statement} onChoose={setStatement} />}
      <div className="acts">
        {isOpened && (
          <CommandButton
            look="primary"
            action={`/api/v1/claims/${claimId}/open`}
            body={statement === undefined ? {} : { statement }}
          >
            {t('open')}
          </CommandButton>
        )}
        {/* Another kind is another form: the one before it said something else. */}
        <CloseClaim key={statement} claimId={claimId} wording={wording} statement={isOpened ? undefined : statement} />
      </div>
    </>
  );
}
