import { fallbackLocale, isLocale, type Locale, localePath, locales } from '@/messages/locales';
import { env } from '@/platform/env';

/** The language of a page that greets strangers: the one its link asks for, else the deployment's. */
export function strangersLocale(lang: string | string[] | undefined): Locale {
  if (typeof lang === 'string' && isLocale(lang)) return lang;
  const { DEFAULT_LOCALE } = env();
  return isLocale(DEFAULT_LOCALE) ? DEFAULT_LOCALE : fallbackLocale;
}

/** The same page in each language: plain links, since nothing about a stranger is kept. */
export function languageLinks(path: string, current: Locale) {
  return Object.entries(locales).map(([code, { name, dir }]) => ({
    code,
    name,
    dir,
    href: `${path}${path.includes('?') ? '&' : '?'}lang=${code}`,
    current: code === current,
  }));
}

export function publicHome(locale: Locale): string {
  return localePath('/', locale, env().DEFAULT_LOCALE);
}
