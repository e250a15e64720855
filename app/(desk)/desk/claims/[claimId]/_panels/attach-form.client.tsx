'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, Fieldset } from '@/components/ui/choice';
import { TextAreaField, TextField } from '@/components/ui/text-field';
import { CommandForm, type FormState, type Values } from '../../../../_forms/command-form.client';
import { LanguageField } from '../../../../_forms/language-field.client';
import { FileField } from './file-field.client';
import { GradingFields, gradingOf, type PublisherChoice, PublisherFields, publisherOf } from './source-fields.client';

const kinds = ['url', 'file', 'reference'] as const;

/** Attaches an address, a file, or a document named without a link, with the grading that the party proposes. */
export function AttachForm({
  claimId,
  language,
  publishers,
  parties,
  uploadLimitBytes,
  onDone,
}: {
  claimId: string;
  language: string;
  publishers: PublisherChoice[];
  parties: { id: string; name: string }[];
  uploadLimitBytes: number;
  onDone: () => void;
}) {
  const t = useTranslations('desk.sourceForm');
  const common = useTranslations('common');
  const words = useTranslations('source');
  const files = useTranslations('file');
  const [kind, setKind] = useState<(typeof kinds)[number]>('url');
  const faults = { 'file-unknown': { field: 'fileSha256', message: files('gone') } };
  // Without a digest there is no file yet; another fault has a sentence of its own.
  const fileError = (errorOf: FormState['errorOf']) => {
    const said = errorOf('fileSha256');
    return said === undefined || said === faults['file-unknown'].message ? said : files('missing');
  };
  return (
    <CommandForm action={`/api/v1/claims/${claimId}/sources`} body={attachedSource} faults={faults} onDone={onDone}>
      {({ pending, errorOf }) => (
        <>
          <Fieldset id="kind" legend={t('kind')} error={errorOf('kind')}>
            {kinds.map((value) => (
              <Choice
                key={value}
                name="kind"
                value={value}
                label={words(value)}
                checked={kind === value}
                onChange={() => setKind(value)}
              />
            ))}
          </Fieldset>
          {kind === 'url' && (
            <TextField id="source-url" name="url" type="url" dir="ltr" label={t('url')} error={errorOf('url')} maxLength={2000} />
          )}
          {kind === 'file' && <FileField limitBytes={uploadLimitBytes} error={fileError(errorOf)} />}
          <TextField id="source-title" name="title" label={t('title')} error={errorOf('title')} maxLength={300} />
          <PublisherFields errorOf={errorOf} publishers={publishers} parties={parties} />
          <div className="pair">
            <LanguageField id="source-language" label={t('language')} defaultValue={language} error={errorOf('language')} />
            <TextField
              id="source-published"
              name="publishedOn"
              type="date"
              label={t('publishedOn')}
              error={errorOf('publishedOn')}
              optional
            />
          </div>
          <TextAreaField
            id="source-says"
            name="says"
            label={t('says')}
            hint={t('saysHint')}
            error={errorOf('says')}
            reading
            maxLength={1000}
          />
          <TextAreaField
            id="source-quotation"
            name="quotation"
            label={t('quotation')}
            hint={t('quotationHint')}
            error={errorOf('quotation')}
            reading
            maxLength={2000}
            optional
          />
          <TextField
            id="source-locator"
            name="locator"
            label={t('locator')}
            hint={t('locatorHint')}
            error={errorOf('locator')}
            maxLength={200}
            optional
          />
          <GradingFields id="source" errorOf={errorOf} />
          <div className="acts">
            <Button look="primary" type="submit" aria-disabled={pending || undefined}>
              {t('attach')}
            </Button>
            <Button onClick={onDone}>{common('cancel')}</Button>
          </div>
        </>
      )}
    </CommandForm>
  );
}

function attachedSource(values: Values) {
  const { kind, url = '', fileSha256 = '', title = '', language = '', publishedOn, says = '', quotation, locator } = values;
  return {
    ...placeOf[kind === 'file' || kind === 'reference' ? kind : 'url']({ url, fileSha256 }),
    title,
    publisher: publisherOf(values),
    language,
    ...(publishedOn === undefined ? {} : { publishedOn }),
    says,
    ...(quotation === undefined ? {} : { quotation }),
    ...(locator === undefined ? {} : { locator }),
    ...gradingOf(values),
  };
}

/** What each kind of source is found by. */
const placeOf = {
  url: ({ url }: Values) => ({ kind: 'url', url }),
  file: ({ fileSha256 }: Values) => ({ kind: 'file', fileSha256 }),
  reference: () => ({ kind: 'reference' }),
};
