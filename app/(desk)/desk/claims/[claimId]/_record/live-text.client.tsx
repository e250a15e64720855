'use client';

import { useTranslations } from 'next-intl';
import { isBlank, lengthOf } from '@/domain/record/draft';
import { optionalTexts, paragraphLimits } from '@/domain/record/shape';
import { InLanguages } from './in-languages.client';
import { useSeat, useTextsIn } from './record-context.client';
import { TextHeading } from './text-heading.client';

type ParagraphText = keyof typeof paragraphLimits;

/** One text of one paragraph in each language that is shown, with its name and how much room is left. */
export function LiveText({ text, className = '' }: { text: ParagraphText; className?: string }) {
  const { canEdit, languages } = useSeat();
  const textsIn = useTextsIn();
  // Whoever cannot write is shown no place to write in: a text that a record may go without is left out while it is empty.
  if (!canEdit && optionalTexts.includes(text) && languages.every((language) => isBlank(textsIn(language)[text]))) return null;
  return (
    <InLanguages>
      {(language, id) => <TextInLanguage key={id} text={text} language={language} id={`${text}${id}`} className={className} />}
    </InLanguages>
  );
}

/** A text in one language: the editor once it is there, and until then the text itself. */
function TextInLanguage({
  text,
  language,
  id,
  className,
}: {
  text: ParagraphText;
  language: string;
  id: string;
  className: string;
}) {
  const t = useTranslations('editor');
  const { live, editors, language: main, canEdit, self } = useSeat();
  const words = useTextsIn()(language)[text];
  const still = (
    <p className={words === '' ? 'still none' : 'still'} lang={language} dir="auto">
      {words === '' ? t('empty') : words}
    </p>
  );
  return (
    <div className={`text-block ${language === main ? className : ''}`} id={`text-${id}`}>
      <TextHeading text={text} language={language} id={`label-${id}`}>
        {canEdit && <Room characters={lengthOf(words.trim())} limit={paragraphLimits[text]} />}
      </TextHeading>
      {live === undefined || editors === undefined ? (
        still
      ) : (
        <editors.Text live={live} text={text} language={language} labelledBy={`label-${id}`} canEdit={canEdit} self={self}>
          {still}
        </editors.Text>
      )}
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
