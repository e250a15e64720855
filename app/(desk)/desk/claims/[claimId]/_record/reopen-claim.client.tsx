'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ReasonDialog } from '../_panels/reason-dialog.client';

/** Takes a closed claim back to where it was, with a reason that stays. */
export function ReopenClaim({ claimId }: { claimId: string }) {
  const t = useTranslations('desk.reopen');
  return (
    <ReasonDialog
      trigger={<Button>{t('button')}</Button>}
      title={t('button')}
      description={t('text')}
      label={t('reason')}
      hint={t('reasonHint')}
      submit={t('submit')}
      action={`/api/v1/claims/${claimId}/reopen`}
      field="reason"
    />
  );
}
