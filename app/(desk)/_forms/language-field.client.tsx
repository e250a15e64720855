'use client';

import { SelectField } from '@/components/ui/text-field';
import { useLanguageName } from '@/components/ui/use-language-name';

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
  const nameOf = useLanguageName();
  const tags = offered.includes(defaultValue) ? offered : [defaultValue, ...offered];
  return (
    <SelectField
      id={id}
      name="language"
      label={label}
      error={error}
      defaultValue={defaultValue}
      options={tags.map((tag) => ({ value: tag, label: nameOf(tag) }))}
    />
  );
}
