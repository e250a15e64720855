'use client';

import { useLocale } from 'next-intl';
import { byName } from '@/components/ui/by-name';
import { SelectField } from '@/components/ui/text-field';
import { localeFacts } from '@/messages/locales';

/** Languages that claims and sources come in, by their tags; each is named in the reader's own language, and stands where its name does. */
const offered = ['ar', 'en', 'es', 'fa', 'fr', 'he', 'ps', 'ru', 'sw', 'tr', 'uk', 'ur', 'zh'];

export function LanguageField({
  id,
  label,
  defaultValue,
  error,
}: {
  id: string;
  label: string;
  defaultValue: string;
  error?: string;
}) {
  const locale = useLocale();
  const names = new Intl.DisplayNames([localeFacts(locale).tag], { type: 'language' });
  const languages = [...new Set([defaultValue, ...offered])]
    .map((tag) => ({ tag, name: names.of(tag) ?? tag }))
    .toSorted(byName(locale));
  return (
    <SelectField
      id={id}
      name="language"
      label={label}
      error={error}
      defaultValue={defaultValue}
      options={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
    />
  );
}
