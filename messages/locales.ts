/**
 * The languages the interface speaks, in the order in which they are offered. `tag` is what Intl formats with: it fixes the region where a bare language
 * would follow another country's habits, and Latin digits, so that a number on the page equals the number in a citation or a clause.
 */
export const locales = {
  en: { name: 'English', dir: 'ltr', tag: 'en-GB' },
  fr: { name: 'Français', dir: 'ltr', tag: 'fr-FR' },
  uk: { name: 'Українська', dir: 'ltr', tag: 'uk-UA' },
  ar: { name: 'العربية', dir: 'rtl', tag: 'ar-u-nu-latn' },
} as const;

export type Locale = keyof typeof locales;

/** The language of a page that was asked for in none. */
export const fallbackLocale: Locale = 'en';

export function isLocale(value: string | undefined): value is Locale {
  return value !== undefined && Object.hasOwn(locales, value);
}

/** The facts about a language, by the string that next-intl or a route parameter gives. */
export function localeFacts(value: string): (typeof locales)[Locale] {
  return locales[isLocale(value) ? value : fallbackLocale];
}

/** The address of a public page in a language: the deployment's own language has no prefix. `path` begins with a slash. */
export function localePath(path: string, locale: string, defaultLocale: string): string {
  if (locale === defaultLocale) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}
