'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog.client';
import { TextField } from '@/components/ui/text-field';
import { CommandForm } from '../../../../../../_forms/command-form.client';

/** Who signs proves who they are, at most ten minutes before (C22). What is signed, and the verb of the button, stand here once more. */
export function ConfirmDialog({
  isOpen,
  sentence,
  verb,
  onClose,
  onConfirmed,
}: {
  isOpen: boolean;
  sentence: ReactNode;
  verb: string;
  onClose: () => void;
  onConfirmed: () => void;
}) {
  const t = useTranslations('desk.confirm');
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()} title={t('title')} description={t('text')}>
      {sentence}
      <CommandForm
        action="/api/v1/session/confirm"
        body={({ password = '' }) => ({ password })}
        faults={{ 'wrong-credentials': { field: 'password', message: t('wrong') } }}
        onDone={onConfirmed}
      >
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
                {verb}
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
