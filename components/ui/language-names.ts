import { isLocale, localeFacts } from '@/messages/locales';

/** Languages by their names in one of them: a reader's, or each its own. */
export function languageNames(language: string): (tag: string) => string {
  const names = new Intl.DisplayNames([isLocale(language) ? localeFacts(language).tag : language], { type: 'language' });
  return (tag) => names.of(tag) ?? tag;
}
