'use client';

import { useTranslations } from 'next-intl';
import { SelectField, TextField } from '@/components/ui/text-field';
import { PersonFields } from './person-fields.client';

/** One party with its first moderator. Their order is the charter's order for ever. */
export function PartyFields({ index, fieldError }: { index: number; fieldError: (name: string) => string | undefined }) {
  const t = useTranslations('account');
  const party = useTranslations('account.standing');
  const prefix = `parties.${index}`;
  return (
    <fieldset className="form">
      <legend className="mb-3 pe-3 font-serif text-xl font-semibold">{t('setup.party', { number: index + 1 })}</legend>
      <TextField
        id={`${prefix}.name`}
        name={`${prefix}.name`}
        label={t('setup.name')}
        error={fieldError(`${prefix}.name`)}
        maxLength={120}
        dir="auto"
        autoComplete="off"
      />
      <TextField
        id={`${prefix}.letter`}
        name={`${prefix}.letter`}
        label={t('setup.letter')}
        hint={t('setup.letterHint')}
        error={fieldError(`${prefix}.letter`)}
        maxLength={2}
        dir="auto"
        autoComplete="off"
      />
      <SelectField
        id={`${prefix}.standing`}
        name={`${prefix}.standing`}
        label={t('setup.standing')}
        hint={t('setup.standingHint')}
        error={fieldError(`${prefix}.standing`)}
        options={(['signing', 'observing'] as const).map((value) => ({ value, label: party(value) }))}
      />
      <p className="lbl">{t('setup.moderator')}</p>
      <p className="hint">{t('setup.moderatorHint')}</p>
      <PersonFields optional prefix={`${prefix}.moderator`} fieldError={fieldError} />
    </fieldset>
  );
}
