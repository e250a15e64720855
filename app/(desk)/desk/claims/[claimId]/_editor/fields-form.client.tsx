'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Field } from '@/components/ui/field';
import { fieldShapes } from './field-shapes';
import type { LiveDocument } from './live-document';
import { useField } from './use-field.client';

type EditedField = keyof typeof fieldShapes;

/** The record's scalars: when and by whom the claim was made, topics, and the rating the parties propose. */
export function FieldsForm({ live, ratings }: { live: LiveDocument; ratings: { value: string; label: string }[] }) {
  const t = useTranslations('editor.fields');
  return (
    <div className="box" id="fields">
      <RatingField live={live} ratings={ratings} />
      <div className="pair">
        <FieldInput live={live} name="claimantName" maxLength={200} />
        <FieldInput live={live} name="claimantRole" maxLength={200} />
      </div>
      <div className="pair">
        <FieldInput live={live} name="statedOn" type="date" />
        <FieldInput live={live} name="topics" hint={t('topicsHint')} />
      </div>
    </div>
  );
}

function FieldInput({
  live,
  name,
  hint,
  type = 'text',
  maxLength,
}: {
  live: LiveDocument;
  name: EditedField;
  hint?: string;
  type?: 'text' | 'date';
  maxLength?: number;
}) {
  const t = useTranslations('editor.fields');
  const id = useId();
  const { text, change, flush } = useField(live, name, fieldShapes[name]);
  return (
    <Field id={id} label={t(name)} hint={hint} optional>
      {(control) => (
        <input
          className="inp"
          type={type}
          dir="auto"
          maxLength={maxLength}
          value={text}
          onChange={(event) => change(event.target.value)}
          onBlur={flush}
          {...control}
        />
      )}
    </Field>
  );
}

function RatingField({ live, ratings }: { live: LiveDocument; ratings: { value: string; label: string }[] }) {
  const t = useTranslations('editor.fields');
  const { text, change, flush } = useField(live, 'rating', fieldShapes.rating);
  return (
    <Field id="rating" label={t('rating')}>
      {(control) => (
        <select className="inp" value={text} onChange={(event) => change(event.target.value)} onBlur={flush} {...control}>
          <option value="">{t('noRating')}</option>
          {ratings.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
