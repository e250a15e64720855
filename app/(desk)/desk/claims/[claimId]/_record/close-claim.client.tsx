'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { ReasonDialog } from '../_panels/reason-dialog.client';
import { DuplicateChoice } from './duplicate-choice.client';

const ways = ['not-checkable', 'duplicate', 'withdrawn'] as const;

/** Closes a claim with a reason that stays; a duplicate names the claim that it repeats (SPEC IN12). */
export function CloseClaim({ claimId, wording }: { claimId: string; wording: string }) {
  const t = useTranslations('desk.triage');
  const [way, setWay] = useState<(typeof ways)[number]>();
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
        <>
          <Fieldset id="close-as" legend={t('as')} error={errorOf('as')}>
            {ways.map((each) => (
              <Choice key={each} name="as" value={each} label={t(`way.${each}`)} onChange={() => setWay(each)} />
            ))}
          </Fieldset>
          {way === 'duplicate' && <DuplicateChoice claimId={claimId} wording={wording} />}
        </>
      )}
    </ReasonDialog>
  );
}
