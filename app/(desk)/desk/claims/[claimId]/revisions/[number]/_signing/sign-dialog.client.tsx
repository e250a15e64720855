'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog.client';
import { StopNotice } from '@/components/ui/stop-notice';
import { type Chosen, chosenStatement } from './chosen-statement';
import { type ConfirmBy, PasswordProof } from './password-proof.client';
import { type PositionFacts, usePositionVerb } from './position-sentence';
import { type GivenProof, SignWith } from './sign-with.client';
import type { Means } from './ways-to-sign';
import { WhatYouSign } from './what-you-sign';

export type { ConfirmBy } from './password-proof.client';

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
      password={<PasswordProof by={by} isConfirmed={isConfirmed} verb={verb} pending={props.pending} onSign={withPassword} />}
    />
  );
}
