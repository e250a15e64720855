import { useTranslations } from 'next-intl';
import { Cited } from '@/components/record/cited';
import { positionOf, type SignOffStatement } from '@/domain/record/sign-off-statement';
import { SignedBytes } from '../../../../../../_sign/signed-bytes';
import { CorrectionSigned } from './correction-signed';
import { type PositionFacts, PositionSentence } from './position-sentence';

/** A statement as it is about to be signed. Every word here is read from the bytes (SPEC R13). */
export function WhatYouSign({
  bytes,
  statement,
  facts,
}: {
  bytes: Uint8Array;
  statement: SignOffStatement;
  facts: PositionFacts;
}) {
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
          <Cited cites={cites} />
          {reason}
        </blockquote>
      )}
      {conflict !== undefined && <p>{life(`conflict.${conflict}`)}</p>}
      {statement.v === 3 && statement.correction !== undefined && <CorrectionSigned correction={statement.correction} />}
      <SignedBytes bytes={bytes} recordSha256={statement.recordSha256} charterSha256={statement.charterSha256} />
    </>
  );
}
