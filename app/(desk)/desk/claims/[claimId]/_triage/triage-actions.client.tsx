'use client';

import { useTranslations } from 'next-intl';
import { CommandButton } from '../../../../_forms/command-button.client';
import { CloseClaim } from '../_record/close-claim.client';

/** Open the claim for checking, or close it with a reason that stays. */
export function TriageActions({ claimId, wording }: { claimId: string; wording: string }) {
  const t = useTranslations('desk.triage');
  return (
    <div className="acts">
      <CommandButton look="primary" action={`/api/v1/claims/${claimId}/open`}>
        {t('open')}
      </CommandButton>
      <CloseClaim claimId={claimId} wording={wording} />
    </div>
  );
}
