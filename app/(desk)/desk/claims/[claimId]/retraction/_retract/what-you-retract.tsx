import { useTranslations } from 'next-intl';
import type { RetractionStatement } from '@/domain/correction/retraction';
import { SignedBytes } from '../../../../../_sign/signed-bytes';

export type RetractionFacts = { party: string; number: number; charter: number };

/** A retraction as it is about to be signed, read from its bytes (SPEC R13). */
export function WhatYouRetract({
  bytes,
  statement: { reason, conflict, recordSha256, charterSha256 },
  facts,
}: {
  bytes: Uint8Array;
  statement: RetractionStatement;
  facts: RetractionFacts;
}) {
  const t = useTranslations('correction.desk');
  const conflicts = useTranslations('life.conflict');
  return (
    <>
      <p className="stmt">{t.rich('statement', { ...facts, b: (words) => <b>{words}</b> })}</p>
      <blockquote className="said read" dir="auto">
        {reason}
      </blockquote>
      {conflict !== undefined && <p>{conflicts(conflict)}</p>}
      <SignedBytes bytes={bytes} recordSha256={recordSha256} charterSha256={charterSha256} digestLabel={t('digest')} />
    </>
  );
}
