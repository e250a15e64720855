'use client';

import { useLocale } from 'next-intl';
import { byName } from '@/components/ui/by-name';
import { SelectField } from '@/components/ui/text-field';
import { useLanguageName } from '@/components/ui/use-language-name';

/** Languages that claims and sources come in, by their tags; each is named in the reader's own language, and stands where its name does. */
const offered = 'ar bn de en es fa fr he hi id it ka ku pl ps pt ro ru sw tr uk ur zh'.split(' ');

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
  const nameOf = useLanguageName();
  const languages = [...new Set([defaultValue, ...offered])].map((tag) => ({ tag, name: nameOf(tag) })).toSorted(byName(locale));
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
