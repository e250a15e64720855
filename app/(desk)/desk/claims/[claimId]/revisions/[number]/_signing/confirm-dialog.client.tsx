'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog.client';
import { TextField } from '@/components/ui/text-field';
import { CommandForm } from '../../../../../../_forms/command-form.client';

/** Who signs proves who they are, at most ten minutes before (C22). */
export function ConfirmDialog({
  isOpen,
  onClose,
  onConfirmed,
}: {
  isOpen: boolean;
  onClose: () => void;
  onConfirmed: () => void;
}) {
  const t = useTranslations('desk.confirm');
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()} title={t('title')} description={t('text')}>
      <CommandForm action="/api/v1/session/confirm" body={({ password = '' }) => ({ password })} onDone={onConfirmed}>
        {({ pending, errorOf }) => (
          <>
            <TextField
              id="confirm-password"
              name="password"
              type="password"
              autoComplete="current-password"
              label={t('password')}
              error={errorOf('password')}
            />
            <div className="acts">
              <Button look="primary" type="submit" aria-disabled={pending || undefined}>
                {t('confirm')}
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
