'use client';

import { useTranslations } from 'next-intl';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { FormState } from '../../../../_forms/command-form.client';

/** What is to be done, by whom, and by when. */
export function TaskFields({
  id,
  people,
  timeZone,
  errorOf,
  initial,
}: {
  id: string;
  people: { id: string; name: string }[];
  timeZone: string;
  errorOf: FormState['errorOf'];
  initial?: { what: string; personId: string | undefined; dueOn: string | null };
}) {
  const t = useTranslations('discussion.work');
  return (
    <>
      <TextField
        id={`${id}-what`}
        name="what"
        label={t('what')}
        error={errorOf('what')}
        maxLength={300}
        dir="auto"
        defaultValue={initial?.what}
      />
      <SelectField
        id={`${id}-person`}
        name="personId"
        label={t('person')}
        error={errorOf('personId')}
        defaultValue={initial?.personId ?? ''}
        optional
        options={[{ value: '', label: t('nobody') }, ...people.map((person) => ({ value: person.id, label: person.name }))]}
      />
      <TextField
        id={`${id}-due`}
        name="dueOn"
        type="date"
        label={t('due')}
        hint={t('dayHint', { zone: timeZone })}
        error={errorOf('dueOn')}
        defaultValue={initial?.dueOn ?? ''}
        optional
      />
    </>
  );
}
