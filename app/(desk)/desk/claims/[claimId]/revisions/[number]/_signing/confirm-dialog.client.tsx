'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog.client';
import { TextField } from '@/components/ui/text-field';
import { CommandForm } from '../../../../../../_forms/command-form.client';
import { DialogButtons } from '../../../../../../_forms/dialog-buttons.client';

/** What a person proves who they are with, here or at their identity provider. */
export type ConfirmBy = 'password' | 'password-and-code' | 'provider';

/** Who signs proves who they are, at most ten minutes before (C22). What is signed, and the verb of the button, stand here once more. */
export function ConfirmDialog({
  isOpen,
  by,
  sentence,
  verb,
  onClose,
  onConfirmed,
}: {
  isOpen: boolean;
  by: ConfirmBy;
  sentence: ReactNode;
  verb: string;
  onClose: () => void;
  onConfirmed: () => void;
}) {
  const t = useTranslations('desk.confirm');
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t(by === 'provider' ? 'providerText' : 'text')}
    >
      {sentence}
      {by === 'provider' ? (
        <AtProvider verb={verb} onConfirmed={onConfirmed} />
      ) : (
        <WithPassword verb={verb} asksCode={by === 'password-and-code'} onConfirmed={onConfirmed} />
      )}
    </Dialog>
  );
}

function WithPassword({ verb, asksCode, onConfirmed }: { verb: string; asksCode: boolean; onConfirmed: () => void }) {
  const t = useTranslations('desk.confirm');
  return (
    <CommandForm
      action="/api/v1/session/confirm"
      body={({ password = '', code }) => ({ password, code })}
      faults={{
        'wrong-credentials': { field: 'password', message: t('wrong') },
        ...(asksCode && {
          'wrong-code': { field: 'code', message: t('wrongCode') },
          'code-missing': { field: 'code', message: t('wrongCode') },
        }),
      }}
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
          {asksCode && (
            <TextField
              id="confirm-code"
              name="code"
              label={t('code')}
              hint={t('codeHint')}
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              dir="ltr"
              error={errorOf('code')}
            />
          )}
          <DialogButtons send={verb} pending={pending} />
        </>
      )}
    </CommandForm>
  );
}

/** In a tab of its own, so that what was chosen and written here stays. The server looks whether it was done, and this opens again if not. */
function AtProvider({ verb, onConfirmed }: { verb: string; onConfirmed: () => void }) {
  const t = useTranslations('desk.confirm');
  const common = useTranslations('common');
  return (
    <div className="acts">
      <ButtonLink href="/account/confirm" target="_blank">
        {t('atProvider')}
      </ButtonLink>
      <Button look="primary" onClick={onConfirmed}>
        {verb}
      </Button>
      <DialogClose>
        <Button>{common('cancel')}</Button>
      </DialogClose>
    </div>
  );
}
