'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { uncheckableKinds } from '@/domain/claim/statement-kinds';
import { ReasonDialog } from '../_panels/reason-dialog.client';
import { DuplicateChoice } from './duplicate-choice.client';

const ways = ['not-checkable', 'duplicate', 'withdrawn'] as const;

/** Closes a claim with a reason that stays; one that cannot be checked says of which kind it is (C02), and a duplicate which claim it repeats (SPEC IN12). */
export function CloseClaim({
  claimId,
  wording,
  statement,
}: {
  claimId: string;
  wording: string;
  /** The kind that whoever looked at it has just named. */
  statement?: (typeof uncheckableKinds)[number];
}) {
  const t = useTranslations('desk.triage');
  const words = useTranslations('statement');
  const [way, setWay] = useState<(typeof ways)[number] | undefined>(statement && 'not-checkable');
  return (
    <ReasonDialog
      trigger={<Button look={statement === undefined ? 'default' : 'primary'}>{t('close')}</Button>}
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
              <Choice
                key={each}
                name="as"
                value={each}
                label={t(`way.${each}`)}
                defaultChecked={each === way}
                onChange={() => setWay(each)}
              />
            ))}
          </Fieldset>
          {way === 'not-checkable' && (
            <Fieldset id="close-statement" legend={words('whyClosed')} error={errorOf('statement')}>
              {uncheckableKinds.map((kind) => (
                <Choice
                  key={kind}
                  name="statement"
                  value={kind}
                  label={words(`kind.${kind}`)}
                  defaultChecked={kind === statement}
                />
              ))}
              <Choice name="statement" value="" label={words('other')} />
            </Fieldset>
          )}
          {way === 'duplicate' && <DuplicateChoice claimId={claimId} wording={wording} />}
        </>
      )}
    </ReasonDialog>
  );
}
