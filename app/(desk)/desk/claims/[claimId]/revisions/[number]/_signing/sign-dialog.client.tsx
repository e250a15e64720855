'use client';

import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog.client';
import { StopNotice } from '@/components/ui/stop-notice';
import { TextField } from '@/components/ui/text-field';
import { CommandForm } from '../../../../../../_forms/command-form.client';
import { DialogButtons } from '../../../../../../_forms/dialog-buttons.client';
import { type Chosen, chosenStatement } from './chosen-statement';
import { type PositionFacts, usePositionVerb } from './position-sentence';
import { type GivenProof, SignWith } from './sign-with.client';
import type { Means } from './ways-to-sign';
import { WhatYouSign } from './what-you-sign';

/** What a person proves who they are with, here or at their identity provider. */
export type ConfirmBy = 'password' | 'password-and-code' | 'provider';

type Props = {
  /** The statement's text as the server made it. */
  statement: string;
  chosen: Chosen;
  facts: PositionFacts;
  by: ConfirmBy;
  means: Means;
  /** Whether the person has proved who they are within the last ten minutes (C22). */
  isConfirmed: boolean;
  pending: boolean;
  /** Why the signature was refused. */
  refusal: string | undefined;
  onClose: () => void;
  onSign: (proof: GivenProof) => void;
};

/** What is signed, read from its bytes; then the proof of who signs it, at most ten minutes old (C22); and the verb of the button once more. */
export function SignDialog({ statement: text, chosen, onClose, ...props }: Props) {
  const t = useTranslations('signing');
  const bytes = new TextEncoder().encode(text);
  const statement = chosenStatement(bytes, chosen);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')} description={t('text')}>
      {statement === undefined ? (
        <StopNotice title={t('differs')}>{t('differsText')}</StopNotice>
      ) : (
        <>
          <WhatYouSign bytes={bytes} statement={statement} facts={props.facts} />
          <Proof {...props} bytes={bytes} decision={statement.decision} />
        </>
      )}
    </Dialog>
  );
}

type ProofProps = Omit<Props, 'statement' | 'chosen' | 'onClose'> & { bytes: Uint8Array; decision: Chosen['decision'] };

function Proof({ by, isConfirmed, decision, facts, onSign, ...props }: ProofProps) {
  const verb = usePositionVerb()(decision, facts);
  const withPassword = () => onSign({ kind: 'password' });
  return (
    <SignWith
      {...props}
      verb={verb}
      onSign={onSign}
      password={<Password by={by} isConfirmed={isConfirmed} verb={verb} pending={props.pending} onSign={withPassword} />}
    />
  );
}

type PasswordProps = Pick<Props, 'by' | 'isConfirmed' | 'pending'> & { verb: string; onSign: () => void };

/** The way with the password, or with what an identity provider says. */
export function Password({ by, isConfirmed, verb, pending, onSign }: PasswordProps) {
  const t = useTranslations('desk');
  return (
    <>
      {!isConfirmed && <p>{t(by === 'provider' ? 'confirm.providerText' : 'confirm.text')}</p>}
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
