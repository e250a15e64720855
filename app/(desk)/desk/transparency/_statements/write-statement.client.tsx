'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/text-field';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { type Section, statementCharacters } from '@/domain/transparency/sections';
import { CommandForm } from '../../../_forms/command-form.client';

type Props = { section: Section; name: string; text: string | undefined; number: number };

/** The form of one section: open while there are no words, folded under them afterwards. */
export function WriteStatement({ section, name, text, number }: Props) {
  const t = useTranslations('transparency');
  const id = useId();
  const form = (
    <CommandForm
      key={number}
      action="/api/v1/transparency/statements"
      body={({ text: words = '' }) => ({ section, text: words })}
      keep
    >
      {({ pending, errorOf }) => (
        <>
          <TextAreaField
            id={id}
            name="text"
            reading
            rows={5}
            label={t('words')}
            hint={t(`hint.${section}`)}
            error={errorOf('text')}
            defaultValue={text}
            maxLength={statementCharacters}
            dir="auto"
          />
          <div className="acts">
            <Button type="submit" look={text === undefined ? 'primary' : 'default'} aria-disabled={pending || undefined}>
              {t('save', { number })}
              <VisuallyHidden>: {name}</VisuallyHidden>
            </Button>
          </div>
        </>
      )}
    </CommandForm>
  );
  if (text === undefined) return form;
  return (
    <details key={number}>
      <summary className="btn s">
        {t('write')}
        <VisuallyHidden>: {name}</VisuallyHidden>
      </summary>
      {form}
    </details>
  );
}
