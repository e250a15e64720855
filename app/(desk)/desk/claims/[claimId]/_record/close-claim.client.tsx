'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { ReasonDialog } from '../_panels/reason-dialog.client';

const ways = ['not-checkable', 'duplicate', 'withdrawn'] as const;

/** Closes a claim with a reason that stays. */
export function CloseClaim({ claimId }: { claimId: string }) {
  const t = useTranslations('desk.triage');
  return (
    <ReasonDialog
      trigger={<Button>{t('close')}</Button>}
      title={t('close')}
      description={t('closeText')}
      label={t('reason')}
      hint={t('reasonHint')}
      submit={t('closeSubmit')}
      action={`/api/v1/claims/${claimId}/close`}
      field="reason"
    >
      {({ errorOf }) => (
        <Fieldset id="close-as" legend={t('as')} error={errorOf('as')}>
          {ways.map((way) => (
            <Choice key={way} name="as" value={way} label={t(`way.${way}`)} />
          ))}
        </Fieldset>
      )}
    </ReasonDialog>
  );
}
