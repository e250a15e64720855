'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog.client';
import { AppearanceFields, appearanceOf } from '../../../../_forms/appearance-fields.client';
import { CommandForm } from '../../../../_forms/command-form.client';
import { DialogButtons } from '../../../../_forms/dialog-buttons.client';

/** One more place where the claim appeared (C01). */
export function AppearanceDialog({ claimId, today }: { claimId: string; today: string }) {
  const t = useTranslations('desk.appearance');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen} trigger={<Button size="small">{t('add')}</Button>} title={t('add')}>
      <CommandForm action={`/api/v1/claims/${claimId}/appearances`} body={appearanceOf} onDone={() => setIsOpen(false)}>
        {({ pending, errorOf }) => (
          <>
            <AppearanceFields errorOf={errorOf} today={today} />
            <DialogButtons send={t('save')} pending={pending} />
          </>
        )}
      </CommandForm>
    </Dialog>
  );
}
