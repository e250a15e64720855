'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog.client';
import { AppearanceFields, appearanceOf } from '../../../../_forms/appearance-fields.client';
import { CommandForm } from '../../../../_forms/command-form.client';

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
            <div className="acts">
              <Button look="primary" type="submit" aria-disabled={pending || undefined}>
                {t('save')}
              </Button>
              <DialogClose>
                <Button>{t('cancel')}</Button>
              </DialogClose>
            </div>
          </>
        )}
      </CommandForm>
    </Dialog>
  );
}
