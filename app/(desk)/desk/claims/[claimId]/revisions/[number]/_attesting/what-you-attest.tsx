import { Cited } from '@/components/record/cited';
import type { Attestation } from '@/domain/record/attestation';
import { SignedBytes } from '../../../../../../_sign/signed-bytes';
import { type AttestationFacts, AttestationSentence } from './attestation-sentence';

type Props = { bytes: Uint8Array; attestation: Attestation; facts: AttestationFacts };

/** An attestation as it is about to be signed: every word here is read from the bytes (SPEC R13). */
export function WhatYouAttest({ bytes, attestation, facts }: Props) {
  const { procedure, moment, words, cites, recordSha256, charterSha256 } = attestation;
  return (
    <>
      <AttestationSentence procedure={procedure} moment={moment} facts={facts} />
      {words !== '' && (
        <blockquote className="said read" dir="auto">
          <Cited cites={cites} />
          {words}
        </blockquote>
      )}
      <SignedBytes bytes={bytes} recordSha256={recordSha256} charterSha256={charterSha256} />
    </>
  );
}
