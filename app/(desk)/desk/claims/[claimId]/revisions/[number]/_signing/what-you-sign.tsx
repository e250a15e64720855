import { useTranslations } from 'next-intl';
import { Fingerprint } from '@/components/record/fingerprint';
import { Digest } from '@/components/ui/digest';
import { digestOf } from '@/domain/record/canonical';
import { positionOf, type SignOffStatement } from '@/domain/record/sign-off-statement';
import { CorrectionSigned } from './correction-signed';
import { type PositionFacts, PositionSentence } from './position-sentence';

/** A statement as it is about to be signed. Every word here is read from the bytes, and their digest is computed where this is rendered (SPEC R13). */
export function WhatYouSign({
  bytes,
  statement,
  facts,
}: {
  bytes: Uint8Array;
  statement: SignOffStatement;
  facts: PositionFacts;
}) {
  const t = useTranslations('signing');
  const life = useTranslations('life');
  const { decision, reason, cites, ground } = positionOf(statement);
  const conflict = statement.v === 3 ? statement.conflict : undefined;
  return (
    <>
      <PositionSentence decision={decision} facts={facts} />
      {ground !== null && (
        <p>
          <b>{life('groundOf', { ground: life(`ground.${ground}`) })}</b>
        </p>
      )}
      {reason !== null && (
        <blockquote className="said read" dir="auto">
          {cites !== null && <b>{cites} </b>}
          {reason}
        </blockquote>
      )}
      {conflict !== undefined && <p>{life(`conflict.${conflict}`)}</p>}
      {statement.v === 3 && statement.correction !== undefined && <CorrectionSigned correction={statement.correction} />}
      <dl className="signed">
        <dt>{t('record')}</dt>
        <dd>
          <Digest value={statement.recordSha256} form="full" />
          <Fingerprint sha256={statement.recordSha256} />
        </dd>
        <dt>{t('charter')}</dt>
        <dd>
          <Digest value={statement.charterSha256} form="full" />
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
