'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { CommandButton } from '../../../../_forms/command-button.client';
import { ReasonDialog } from '../_panels/reason-dialog.client';

const ways = ['not-checkable', 'duplicate', 'withdrawn'] as const;

/** Open the claim for checking, or close it with a reason that stays. */
export function TriageActions({ claimId }: { claimId: string }) {
  const t = useTranslations('desk.triage');
  return (
    <div className="acts">
      <CommandButton look="primary" action={`/api/v1/claims/${claimId}/open`}>
        {t('open')}
      </CommandButton>
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
    </div>
  );
}
