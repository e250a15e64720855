'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Dialog } from '@/components/ui/dialog.client';
import { StopNotice } from '@/components/ui/stop-notice';
import { PasswordProof } from './password-proof.client';
import { type GivenProof, SignWith } from './sign-with.client';
import type { Signer } from './signer';

type Props = Signer & {
  title: string;
  description: string;
  bytes: Uint8Array;
  /** What a key signs to sign these bytes; of a sign-off unless it is another statement. */
  challengeOf?: (bytes: Uint8Array) => string;
  /** The verb of the button once more. */
  verb: string;
  pending: boolean;
  /** Why the signature was refused. */
  refusal: string | undefined;
  onClose: () => void;
  onSign: (proof: GivenProof) => void;
  /** What the bytes say, read from them; null when that is not what was chosen on the page: such bytes are not offered for signing (SPEC R13). */
  children: ReactNode;
};

/** What is signed, read from its bytes; then the proof of who signs it, at most ten minutes old (C22). */
export function StatementDialog({ title, description, onClose, children, confirmBy, isConfirmed, ...props }: Props) {
  const t = useTranslations('signing');
  const { verb, pending, onSign } = props;
  const withPassword = () => onSign({ kind: 'password' });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={description}>
      {children === null ? (
        <StopNotice title={t('differs')}>{t('differsText')}</StopNotice>
      ) : (
        <>
          {children}
          <SignWith
            {...props}
            password={
              <PasswordProof by={confirmBy} isConfirmed={isConfirmed} verb={verb} pending={pending} onSign={withPassword} />
            }
          />
        </>
      )}
    </Dialog>
  );
}
