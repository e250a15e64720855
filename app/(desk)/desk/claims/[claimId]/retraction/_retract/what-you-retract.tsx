import { useTranslations } from 'next-intl';
import { Fingerprint } from '@/components/record/fingerprint';
import { Digest } from '@/components/ui/digest';
import type { RetractionStatement } from '@/domain/correction/retraction';
import { digestOf } from '@/domain/record/canonical';

export type RetractionFacts = { party: string; number: number; charter: number };

/** A retraction as it is about to be signed, read from its bytes; their digest is computed where this is rendered (SPEC R13). The eight words are the record's, as beside every signature (SPEC R14). */
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
  const signing = useTranslations('signing');
  const conflicts = useTranslations('life.conflict');
  return (
    <>
      <p className="stmt">{t.rich('statement', { ...facts, b: (words) => <b>{words}</b> })}</p>
      <blockquote className="said read" dir="auto">
        {reason}
      </blockquote>
      {conflict !== undefined && <p>{conflicts(conflict)}</p>}
      <dl className="signed">
        <dt>{signing('record')}</dt>
        <dd>
          <Digest value={recordSha256} form="full" />
          <Fingerprint sha256={recordSha256} />
        </dd>
        <dt>{signing('charter')}</dt>
        <dd>
          <Digest value={charterSha256} form="full" />
        </dd>
        <dt>{t('digest')}</dt>
        <dd>
          <Digest value={digestOf(bytes)} form="full" />
        </dd>
      </dl>
      <details>
        <summary>{signing('bytes')}</summary>
        <pre className="raw">{new TextDecoder().decode(bytes)}</pre>
      </details>
    </>
  );
}
