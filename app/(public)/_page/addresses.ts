import type { Metadata } from 'next';
import { type Locale, localePath, locales } from '@/messages/locales';
import { env } from '@/platform/env';

const languages = Object.keys(locales).filter((locale) => Object.hasOwn(locales, locale));

/** The address of a public page in a language. `path` is the address without a language and begins with a slash. */
export function inLanguage(path: string, locale: string): string {
  return localePath(path, locale, env().DEFAULT_LOCALE);
}

/** The same, for whoever reads it elsewhere. */
export function absolute(path: string): string {
  return `${env().APP_URL}${path}`;
}

/** The page in every language, and the one of these addresses that it is known by. */
export function alternates(path: string, canonical: Locale): NonNullable<Metadata['alternates']> {
  const addresses = languages.map((locale) => [locale, absolute(inLanguage(path, locale))]);
  return {
    canonical: absolute(inLanguage(path, canonical)),
    languages: { ...Object.fromEntries(addresses), 'x-default': absolute(path) },
  };
}

/** The page in each language, for the switch. */
export function languageLinks(path: string, current: string) {
  return Object.entries(locales).map(([code, { name, dir }]) => ({
    code,
    name,
    dir,
    href: inLanguage(path, code),
    current: code === current,
  }));
}

/** The addresses of exact bytes have no language: what is signed has one address. */
export const bytesOf = {
  record: (slug: string, number: number) => `/verdicts/${slug}/revisions/${number}/record.json`,
  signOff: (slug: string, number: number, position: number) => `/verdicts/${slug}/revisions/${number}/sign-offs/${position}.json`,
  charter: (number: number) => `/charter/${number}/charter.json`,
};
