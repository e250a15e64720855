'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog.client';
import { StopNotice } from '@/components/ui/stop-notice';
import { type ConfirmBy, PasswordProof } from '../../revisions/[number]/_signing/password-proof.client';
import { type GivenProof, SignWith } from '../../revisions/[number]/_signing/sign-with.client';
import type { Means } from '../../revisions/[number]/_signing/ways-to-sign';
import { type ChosenRetraction, chosenRetraction } from './chosen-retraction';
import { type RetractionFacts, WhatYouRetract } from './what-you-retract';

type Props = {
  /** The statement's text as the server made it. */
  statement: string;
  chosen: ChosenRetraction;
  facts: RetractionFacts;
  by: ConfirmBy;
  means: Means;
  isConfirmed: boolean;
  pending: boolean;
  /** Why the signature was refused. */
  refusal: string | undefined;
  onClose: () => void;
  onSign: (proof: GivenProof) => void;
};

/** What is signed, read from its bytes; then the proof of who signs it. Bytes that say anything else are not offered for signing (SPEC R13). */
export function SignRetractionDialog({ statement: text, chosen, facts, by, isConfirmed, onClose, onSign, ...state }: Props) {
  const t = useTranslations('correction.desk');
  const signing = useTranslations('signing');
  const bytes = new TextEncoder().encode(text);
  const statement = chosenRetraction(bytes, chosen);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('signTitle')} description={t('signText')}>
      {statement === undefined ? (
        <StopNotice title={signing('differs')}>{signing('differsText')}</StopNotice>
      ) : (
        <>
          <WhatYouRetract bytes={bytes} statement={statement} facts={facts} />
          <SignWith
            {...state}
            bytes={bytes}
            verb={t('verb')}
            onSign={onSign}
            password={
              <PasswordProof
                by={by}
                isConfirmed={isConfirmed}
                verb={t('verb')}
                pending={state.pending}
                onSign={() => onSign({ kind: 'password' })}
              />
            }
          />
        </>
      )}
    </Dialog>
  );
}
