'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { ReasonDialog } from '../../../_panels/reason-dialog.client';

/** A safety hold (C31): for how long, and why. What is too long is said beside the hours. */
export function HoldDialog({ revisionId, limit, latest }: { revisionId: string; limit: number; latest: ReactNode }) {
  const t = useTranslations('life.hold');
  return (
    <ReasonDialog
      trigger={<Button>{t('open')}</Button>}
      title={t('title')}
      description={t('text')}
      label={t('reason')}
      hint={t('reasonHint')}
      submit={t('send')}
      action={`/api/v1/revisions/${revisionId}/holds`}
      field="reason"
      focusAfter="signing"
      faults={{ 'hold-too-long': { field: 'hours', message: t('tooLong', { limit }) } }}
    >
      {({ errorOf }) => (
        <TextField
          id="hold-hours"
          name="hours"
          inputMode="numeric"
          autoComplete="off"
          label={t('hours')}
          hint={
            <>
              {t('hoursHint', { limit })} {latest}
            </>
          }
          error={errorOf('hours')}
          defaultValue={String(limit)}
        />
      )}
    </ReasonDialog>
  );
}
