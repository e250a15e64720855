'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { fieldNames, fieldsMap, parseRootName } from '@/domain/record/shape';
import type { RefusedText } from '../_editor/kept-changes';
import type { Link } from '../_editor/use-live-document.client';
import { useTextName } from './use-text-name';

/** The person's words that no server has, text by text: to copy, to put back as a new edit, or to throw away. They stay until one of the last two. */
export function UnsavedTexts({
  link,
  id,
  canEdit,
  mainLanguage,
}: {
  link: Link;
  id: string;
  canEdit: boolean;
  /** A text in another language than this one is called by its language too. */
  mainLanguage: string | undefined;
}) {
  const t = useTranslations('editor.unsaved');
  const nameOf = useNameOfText(mainLanguage);
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const { unsaved, live } = link;
  const canPutBack = live !== undefined && canEdit;

  /** The button is gone with its text; the focus stays near. */
  function leave(sentence: string): void {
    setSaid(sentence);
    heading.current?.focus();
  }

  async function copy(text: RefusedText): Promise<void> {
    const isCopied = await copyWords(text.words);
    setSaid(t(isCopied ? 'copied' : 'notCopied', { name: nameOf(text.root) }));
  }

  return (
    <section id={id} aria-label={t('title')} hidden={unsaved.length === 0 && said === ''} className="unsaved-texts">
      <h2 ref={heading} tabIndex={-1}>
        {t('title')}
      </h2>
      <p role="status">{said === '' && unsaved.length > 0 ? t('explain', { count: unsaved.length }) : said}</p>
      <ul>
        {unsaved.map((text) => (
          <UnsavedWords key={text.id} text={text} name={nameOf(text.root)}>
            <Button size="small" onClick={() => void copy(text)}>
              {t('copy')}
            </Button>
            {canPutBack && (
              <Button
                size="small"
                onClick={() => {
                  link.putBack(text);
                  leave(t('isBack', { name: nameOf(text.root) }));
                }}
              >
                {t('putBack')}
              </Button>
            )}
            <Button
              size="small"
              look="quiet"
              onClick={() => {
                link.dismiss(text.id);
                leave(t('isDismissed', { name: nameOf(text.root) }));
              }}
            >
              {t('dismiss')}
            </Button>
          </UnsavedWords>
        ))}
      </ul>
    </section>
  );
}

function UnsavedWords({ text, name, children }: { text: RefusedText; name: string; children: ReactNode }) {
  const t = useTranslations('editor.unsaved');
  return (
    <li>
      <fieldset>
        <legend className="lab">{name}</legend>
        {/* Read and selected with the keyboard too, which a paragraph is not. */}
        <textarea className="inp" readOnly dir="auto" rows={3} aria-label={t('words', { name })} value={text.words} />
        <div className="acts">{children}</div>
      </fieldset>
    </li>
  );
}

/** What people call the text or the field that a root of the document holds. */
function useNameOfText(mainLanguage: string | undefined): (root: string) => string {
  const t = useTranslations('editor');
  const textName = useTextName();
  return (root) => {
    const parsed = parseRootName(root);
    if (parsed !== undefined) return textName(parsed.text, parsed.language === mainLanguage ? undefined : parsed.language);
    const field = fieldNames.find((name) => root === `${fieldsMap}/${name}`);
    return field === undefined || field === 'track' ? t('notes.label') : t(`fields.${field}`);
  };
}

/** A page that is not served over https has no clipboard of its own. */
async function copyWords(words: string): Promise<boolean> {
  return navigator.clipboard === undefined
    ? false
    : navigator.clipboard.writeText(words).then(
        () => true,
        () => false,
      );
}
