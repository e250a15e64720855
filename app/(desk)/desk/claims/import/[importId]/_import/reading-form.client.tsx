'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/text-field';
import { dayOrders } from '@/domain/intake/day-from';
import { mappedFields } from '@/domain/intake/list-columns';
import type { SuggestedReading } from '@/domain/intake/suggest-reading';
import { CommandButton } from '../../../../../_forms/command-button.client';
import { CommandForm, type Values } from '../../../../../_forms/command-form.client';
import { LanguageField } from '../../../../../_forms/language-field.client';
import { type Preview, PreviewRows } from './preview-rows.client';

/** What each column of a list is, and what stands where a row says nothing. Looked at first, then begun with exactly what was looked at. */
export function ReadingForm({
  importId,
  kind,
  columns,
  suggested,
  rows,
  language,
  today,
}: {
  importId: string;
  kind: 'csv' | 'json' | 'claim-review';
  columns: string[];
  suggested: SuggestedReading;
  rows: number;
  language: string;
  today: string;
}) {
  const t = useTranslations('intake.reading');
  const fields = useTranslations('intake.field');
  const asked = useRef<unknown>(undefined);
  const [preview, setPreview] = useState<Preview>();
  const options = [{ value: '', label: t('none') }, ...columns.map((name) => ({ value: name, label: name }))];
  const url = `/api/v1/imports/${importId}`;
  return (
    <>
      <CommandForm
        action={`${url}/preview`}
        keep
        body={(values) => {
          asked.current = readingOf(values, kind === 'claim-review' ? { ...suggested.mapping } : undefined);
          return asked.current;
        }}
        onDone={(answer) => setPreview(answer as Preview)}
      >
        {({ pending, errorOf }) => (
          <>
            {kind === 'claim-review' ? (
              <p>{t('claimReview')}</p>
            ) : (
              <fieldset className="fld" onChange={() => setPreview(undefined)}>
                <legend className="lbl">{t('columns')}</legend>
                <div className="pair rows">
                  {mappedFields.map((field) => (
                    <SelectField
                      key={field}
                      id={`map-${field}`}
                      name={`map-${field}`}
                      label={fields(field)}
                      defaultValue={suggested.mapping[field] ?? ''}
                      options={field === 'wording' ? options.slice(1) : options}
                      error={errorOf(`mapping.${field}`)}
                      optional={field !== 'wording'}
                    />
                  ))}
                </div>
              </fieldset>
            )}
            <fieldset className="fld" onChange={() => setPreview(undefined)}>
              <legend className="lbl">{t('defaults')}</legend>
              <p className="hint">{t('defaultsHint')}</p>
              <TextField
                id="title"
                name="title"
                label={t('title')}
                hint={t('titleHint')}
                error={errorOf('defaults.title')}
                maxLength={300}
                optional
              />
              <div className="pair rows">
                <LanguageField id="language" label={t('language')} defaultValue={language} error={errorOf('defaults.language')} />
                <TextField
                  id="seenOn"
                  name="seenOn"
                  type="date"
                  label={t('seenOn')}
                  defaultValue={today}
                  max={today}
                  error={errorOf('defaults.seenOn')}
                />
                <SelectField
                  id="dayOrder"
                  name="dayOrder"
                  label={t('dayOrder')}
                  defaultValue={suggested.dayOrder}
                  options={dayOrders.map((order) => ({ value: order, label: t(`order.${order}`) }))}
                />
              </div>
            </fieldset>
            <div className="acts">
              <Button look={preview === undefined ? 'primary' : 'default'} type="submit" aria-disabled={pending || undefined}>
                {t('look')}
              </Button>
              <CommandButton look="quiet" action={`${url}/discard`} onDone={() => window.location.assign('/desk/claims/import')}>
                {t('discard')}
              </CommandButton>
            </div>
          </>
        )}
      </CommandForm>
      {preview !== undefined && (
        <PreviewRows preview={preview}>
          <CommandButton look="primary" action={`${url}/start`} body={{ reading: asked.current }}>
            {t('begin', { rows })}
          </CommandButton>
        </PreviewRows>
      )}
    </>
  );
}

/** The reading as the API takes it (commands/imports/reading-input.ts). */
function readingOf(values: Values, fixed: Record<string, string> | undefined) {
  const chosen = mappedFields.flatMap((field) => {
    const column = values[`map-${field}`];
    return column === undefined ? [] : [[field, column] as const];
  });
  const { language = '', title = '', seenOn = '', dayOrder = 'year-first' } = values;
  return { mapping: fixed ?? { wording: '', ...Object.fromEntries(chosen) }, defaults: { language, title, seenOn, dayOrder } };
}
