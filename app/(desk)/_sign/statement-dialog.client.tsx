'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Dialog } from '@/components/ui/dialog.client';
import { StopNotice } from '@/components/ui/stop-notice';
import { PasswordProof } from './password-proof.client';
import { type GivenProof, SignWith } from './sign-with.client';
import { SignedSubject } from './signed-subject';
import type { Signer } from './signer';
import type { Subject } from './subject-of';

type Props = Signer & {
  /** False once it is signed: closing gives the focus to what tells so. */
  isOpen: boolean;
  focusAfter: string | undefined;
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
  /** What the record says that the bytes name by its digest. */
  subject: Subject;
  /** What is told in place of everything else where nothing can be signed any more; it stays until the person closes it. */
  tooLate?: ReactNode;
  /** What the bytes say, read from them; null when that is not what was chosen on the page: such bytes are not offered for signing (SPEC R13). */
  children: ReactNode;
};

/** What is signed, read from its bytes; then the proof of who signs it, at most ten minutes old (C22). */
export function StatementDialog(props: Props) {
  const { title, description, isOpen, focusAfter, tooLate, onClose } = props;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      focusAfter={focusAfter}
      readFirst
      title={title}
      description={tooLate === undefined ? description : undefined}
    >
      {tooLate ?? <ToSign {...props} />}
    </Dialog>
  );
}

function ToSign({ subject, children, confirmBy, isConfirmed, ...props }: Props) {
  const t = useTranslations('signing');
  const { verb, pending, onSign } = props;
  const withPassword = () => onSign({ kind: 'password' });
  if (children === null) return <StopNotice title={t('differs')}>{t('differsText')}</StopNotice>;
  return (
    <>
      <SignedSubject subject={subject} />
      {children}
      <SignWith
        {...props}
        password={<PasswordProof by={confirmBy} isConfirmed={isConfirmed} verb={verb} pending={pending} onSign={withPassword} />}
      />
    </>
  );
}
