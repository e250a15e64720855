'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { lengthOf } from '@/domain/record/draft';
import { optionalTexts, paragraphLimits } from '@/domain/record/shape';
import { useLive, useSeat } from './record-context.client';

/** One text of one paragraph with its name, how much room is left, and the editor once it is there. Until then, the text itself. */
export function LiveText({
  text,
  className = '',
  hint,
}: {
  text: keyof typeof paragraphLimits;
  className?: string;
  hint?: ReactNode;
}) {
  const t = useTranslations('editor');
  const { live, editors, language, canEdit, self } = useSeat();
  const { texts } = useLive();
  // Whoever cannot write is shown no place to write in: a text that a record may go without is left out while it is empty.
  if (!canEdit && texts[text] === '' && optionalTexts.includes(text)) return null;
  const label = `label-${text}`;
  const still = (
    <p className={texts[text] === '' ? 'still none' : 'still'} lang={language} dir="auto">
      {texts[text] === '' ? t('empty') : texts[text]}
    </p>
  );
  return (
    <div className={`text-block ${className}`} id={`text-${text}`}>
      <p className="lab">
        <span id={label}>{t(`text.${text}`)}</span>
        {canEdit && <Room characters={lengthOf(texts[text].trim())} limit={paragraphLimits[text]} />}
      </p>
      {live === undefined || editors === undefined ? (
        still
      ) : (
        <editors.Text live={live} text={text} language={language} labelledBy={label} canEdit={canEdit} self={self}>
          {still}
        </editors.Text>
      )}
      {hint}
    </div>
  );
}

function Room({ characters, limit }: { characters: number; limit: number }) {
  const t = useTranslations('editor');
  return (
    <span className={characters > limit ? 'count over' : 'count'}>
      {t(characters > limit ? 'tooLong' : 'room', { characters, limit, over: characters - limit })}
    </span>
  );
}
