'use client';

import { useTranslations } from 'next-intl';
import { Fingerprint } from '@/components/record/fingerprint';
import { Dialog } from '@/components/ui/dialog.client';
import { Digest } from '@/components/ui/digest';
import { StopNotice } from '@/components/ui/stop-notice';
import type { Attestation } from '@/domain/record/attestation';
import { digestOf } from '@/domain/record/canonical';
import { attestationChallenge } from '@/domain/record/sign-off-challenge';
import { type ConfirmBy, PasswordProof } from '../_signing/password-proof.client';
import { type GivenProof, SignWith } from '../_signing/sign-with.client';
import type { Means } from '../_signing/ways-to-sign';
import { type AttestationFacts, AttestationSentence } from './attestation-sentence';
import { type ChosenAttestation, chosenAttestation } from './chosen-attestation';

type Props = {
  /** The statement's text as the server made it. */
  statement: string;
  chosen: ChosenAttestation;
  facts: AttestationFacts;
  by: ConfirmBy;
  means: Means;
  isConfirmed: boolean;
  pending: boolean;
  /** Why it was refused. */
  refusal: string | undefined;
  onClose: () => void;
  onSign: (proof: GivenProof) => void;
};

/** What is attested, read from its bytes; then the proof of who attests it; and the verb of the button once more. */
export function AttestDialog({ statement: text, chosen, facts, by, means, isConfirmed, onClose, onSign, ...state }: Props) {
  const t = useTranslations('signing');
  const words = useTranslations('attestation');
  const bytes = new TextEncoder().encode(text);
  const attestation = chosenAttestation(bytes, chosen);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')} description={t('text')}>
      {attestation === undefined ? (
        <StopNotice title={t('differs')}>{t('differsText')}</StopNotice>
      ) : (
        <>
          <WhatYouAttest bytes={bytes} attestation={attestation} facts={facts} />
          <SignWith
            {...state}
            means={means}
            bytes={bytes}
            challengeOf={attestationChallenge}
            verb={words(`button.${attestation.procedure}`)}
            onSign={onSign}
            password={
              <PasswordProof
                by={by}
                isConfirmed={isConfirmed}
                verb={words(`button.${attestation.procedure}`)}
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

function WhatYouAttest({ bytes, attestation, facts }: { bytes: Uint8Array; attestation: Attestation; facts: AttestationFacts }) {
  const t = useTranslations('signing');
  const { procedure, moment, words, cites, recordSha256, charterSha256 } = attestation;
  return (
    <>
      <AttestationSentence procedure={procedure} moment={moment} facts={facts} />
      {words !== '' && (
        <blockquote className="said read" dir="auto">
          {cites !== undefined && <b>{cites} </b>}
          {words}
        </blockquote>
      )}
      <dl className="signed">
        <dt>{t('record')}</dt>
        <dd>
          <Digest value={recordSha256} form="full" />
          <Fingerprint sha256={recordSha256} />
        </dd>
        <dt>{t('charter')}</dt>
        <dd>
          <Digest value={charterSha256} form="full" />
        </dd>
        <dt>{t('digest')}</dt>
        <dd>
          <Digest value={digestOf(bytes)} form="full" />
        </dd>
      </dl>
      <details>
        <summary>{t('bytes')}</summary>
        <pre className="raw">{new TextDecoder().decode(bytes)}</pre>
      </details>
    </>
  );
}
