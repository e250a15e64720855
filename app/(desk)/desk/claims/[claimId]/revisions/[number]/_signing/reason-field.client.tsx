'use client';

import { useTranslations } from 'next-intl';
import { TextAreaField } from '@/components/ui/text-field';
import { statementLimit } from '@/domain/charter/check-signing';
import { visibleLength, wordCount } from '@/domain/record/draft';
import type { MissingPart } from './missing-in-position';

/** A reason, or the statement of an approval, with what it holds and may hold: it is published as it is written (C26, C28). */
export function ReasonField({
  id,
  isStatement,
  minimum,
  wordLimit,
  missing,
  value,
  onChange,
}: {
  id: string;
  isStatement: boolean;
  minimum: number;
  wordLimit: number;
  missing: MissingPart[];
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations('desk.position');
  const life = useTranslations('life');
  const characters = visibleLength(value);
  const words = wordCount(value);
  const asked = isStatement ? t('statementHint') : t('reasonHint', { minimum, characters });
  const error = missing.includes('reason')
    ? t('reasonShort', { minimum, characters })
    : missing.includes('words')
      ? life('wordsOver', { words, limit: wordLimit })
      : undefined;
  return (
    <TextAreaField
      id={id}
      name="reason"
      reading
      dir="auto"
      label={t(isStatement ? 'statement' : 'reason')}
      hint={
        <>
          {asked} {wordLimit > 0 && life('words', { words, limit: wordLimit })}
        </>
      }
      error={error}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      maxLength={statementLimit}
    />
  );
}
