'use client';

import { useLocale } from 'next-intl';
import { SelectField } from '@/components/ui/text-field';
import { localeFacts } from '@/messages/locales';

/** Languages that claims and sources come in, by their tags; each is named in the reader's own language. */
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
  const names = new Intl.DisplayNames([localeFacts(useLocale()).tag], { type: 'language' });
  const tags = offered.includes(defaultValue) ? offered : [defaultValue, ...offered];
  return (
    <SelectField
      id={id}
      name="language"
      label={label}
      error={error}
      defaultValue={defaultValue}
      options={tags.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))}
    />
  );
}
