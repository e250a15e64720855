'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog.client';
import { TextField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { CommandForm } from '../../../../_forms/command-form.client';
import { DialogButtons } from '../../../../_forms/dialog-buttons.client';

/** The claim's own date, one for all parties (SPEC D3). */
export function DueDialog({ claimId, dueOn, timeZone }: { claimId: string; dueOn: string | null; timeZone: string }) {
  const t = useTranslations('discussion.work');
  const hydrated = useHydrated();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('dueTitle')}
      description={t('dueText')}
      trigger={
        <Button size="small" look="quiet" disabled={!hydrated} aria-label={t('changeDue')}>
          {t('change')}
        </Button>
      }
    >
      <CommandForm
        action={`/api/v1/claims/${claimId}/due-date`}
        method="PUT"
        body={({ dueOn: day = '' }) => ({ dueOn: day })}
        onDone={() => setIsOpen(false)}
      >
        {({ pending, errorOf }) => (
          <>
            <TextField
              id="claim-due"
              name="dueOn"
              type="date"
              label={t('due')}
              hint={t('dueHint', { zone: timeZone })}
              error={errorOf('dueOn')}
              defaultValue={dueOn ?? ''}
              optional
            />
            <DialogButtons send={t('dueSend')} pending={pending} />
          </>
        )}
      </CommandForm>
    </Dialog>
  );
}
