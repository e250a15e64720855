'use client';

import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { DialogClose } from '@/components/ui/dialog.client';
import { TextField } from '@/components/ui/text-field';
import { CommandForm } from '../_forms/command-form.client';
import { DialogButtons } from '../_forms/dialog-buttons.client';
import type { ConfirmBy } from './signer';

type PasswordProps = {
  by: ConfirmBy;
  /** Whether the person has proved who they are within the last ten minutes (C22). */
  isConfirmed: boolean;
  pending: boolean;
  verb: string;
  onSign: () => void;
};

/** The weakest way to sign: the session's own confirmation, at most ten minutes old. */
export function PasswordProof({ by, isConfirmed, verb, pending, onSign }: PasswordProps) {
  const t = useTranslations('desk.confirm');
  return (
    <>
      {!isConfirmed && <p>{t(by === 'provider' ? 'providerText' : 'text')}</p>}
      {isConfirmed || by === 'provider' ? (
        <Confirmed verb={verb} pending={pending} asksProvider={!isConfirmed} onSign={onSign} />
      ) : (
        <WithPassword verb={verb} asksCode={by === 'password-and-code'} onConfirmed={onSign} />
      )}
    </>
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

/**
 * The button that signs. At an identity provider the proof is given in a tab of its own, so that what was chosen and written here stays; the server looks
 * whether it was.
 */
function Confirmed({
  verb,
  pending,
  asksProvider,
  onSign,
}: {
  verb: string;
  pending: boolean;
  asksProvider: boolean;
  onSign: () => void;
}) {
  const t = useTranslations('desk.confirm');
  const common = useTranslations('common');
  return (
    <div className="acts">
      {asksProvider && (
        <ButtonLink href="/account/confirm" target="_blank">
          {t('atProvider')}
        </ButtonLink>
      )}
      <Button look="primary" aria-disabled={pending || undefined} onClick={onSign}>
        {verb}
      </Button>
      <DialogClose>
        <Button>{common('cancel')}</Button>
      </DialogClose>
    </div>
  );
}
