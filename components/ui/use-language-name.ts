import { useLocale } from 'next-intl';
import { languageNames } from './language-names';

/** Languages by their names in the reader's own language. Works in server and client components alike. */
export function useLanguageName(): (tag: string) => string {
  return languageNames(useLocale());
}
