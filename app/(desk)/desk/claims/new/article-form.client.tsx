'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FileInput } from '@/components/ui/file-input.client';
import { TextAreaField } from '@/components/ui/text-field';
import { articleLimit } from '@/domain/intake/article-limit';
import type { OfferReason } from '@/domain/intake/why-offered';
import { withoutUnseen } from '@/domain/intake/without-unseen';
import { AppearanceFields, appearanceOf } from '../../../_forms/appearance-fields.client';
import { CommandForm, type Values } from '../../../_forms/command-form.client';
import { LanguageField } from '../../../_forms/language-field.client';
import { readTextFile } from '../_intake/read-text-file';

/** Four bytes for each character of the longest article. */
const mostFileBytes = 4 * articleLimit;

export type ReadSentence = { number: number; text: string; reasons: OfferReason[]; title: string };
export type Article = { language: string; appearance: ReturnType<typeof appearanceOf>; sentences: ReadSentence[] };

/** The text of an article, where it appeared and its language. Only the text and the language are sent, to be read and forgotten. */
export function ArticleForm({
  language,
  today,
  onRead,
}: {
  language: string;
  today: string;
  onRead: (article: Article) => void;
}) {
  const t = useTranslations('intake.article');
  const area = useRef<HTMLTextAreaElement>(null);
  const sent = useRef<Values>({});
  const [fault, setFault] = useState<string>();
  const [name, setName] = useState<string>();

  async function take({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = target.files ?? [];
    setName(file?.name);
    if (file === undefined) return;
    const read = await readTextFile(file, { limitBytes: mostFileBytes });
    setFault('fault' in read ? t(`fault.${read.fault}`, { max: articleLimit }) : undefined);
    if ('text' in read && area.current !== null) area.current.value = read.text;
  }

  return (
    <CommandForm
      action="/api/v1/claims/article"
      keep
      body={(values) => {
        sent.current = values;
        return { text: withoutUnseen(values.text ?? ''), language: values.language ?? '' };
      }}
      onDone={({ sentences }) =>
        // The server's own answer, in the shape of commands/claims/read-article.ts.
        onRead({
          language: sent.current.language ?? language,
          appearance: appearanceOf(sent.current),
          sentences: sentences as ReadSentence[],
        })
      }
    >
      {({ pending, errorOf }) => (
        <>
          <TextAreaField
            id="text"
            name="text"
            ref={area}
            label={t('text')}
            hint={t('textHint')}
            error={errorOf('text')}
            reading
            rows={12}
            dir="auto"
            className="inp area read tall"
          />
          <Field id="file" label={t('file')} hint={t('fileHint')} error={fault} optional>
            {(control) => <FileInput control={control} chosen={name} accept=".txt,.md,text/plain" onChange={take} />}
          </Field>
          <LanguageField id="language" label={t('language')} defaultValue={language} error={errorOf('language')} />
          <h2>{t('appeared')}</h2>
          <AppearanceFields errorOf={errorOf} today={today} withoutLocator />
          <div className="acts">
            <Button look="primary" type="submit" aria-disabled={pending || undefined}>
              {t('read')}
            </Button>
          </div>
        </>
      )}
    </CommandForm>
  );
}
