import type { Metadata } from 'next';
import type { ProofPart } from '@/db/queries/public/proof-bytes';
import { fallbackLocale, isLocale, type Locale, localePath, locales } from '@/messages/locales';
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
  return {
    canonical: absolute(inLanguage(path, canonical)),
    languages: { ...addressesOf(path, languages), 'x-default': absolute(path) },
  };
}

/**
 * The same of a record's page: only languages that the record was signed in are named, and who reads none of them is sent to its main one (SPEC LG6). Its page in
 * any other language falls back to the main one, and is known by that one's address.
 */
export function recordAlternates(
  path: string,
  { canonical, main, written }: { canonical: Locale; main: string; written: readonly string[] },
): NonNullable<Metadata['alternates']> {
  return {
    canonical: absolute(inLanguage(path, canonical)),
    languages: { ...addressesOf(path, written.filter(isLocale)), 'x-default': absolute(inLanguage(path, knownBy(main))) },
  };
}

/** The language of the page that a text is known by: its own, or the deployment's when the interface does not speak it. */
export function knownBy(language: string): Locale {
  const { DEFAULT_LOCALE } = env();
  if (isLocale(language)) return language;
  return isLocale(DEFAULT_LOCALE) ? DEFAULT_LOCALE : fallbackLocale;
}

function addressesOf(path: string, among: readonly string[]): Record<string, string> {
  return Object.fromEntries(among.map((locale) => [locale, absolute(inLanguage(path, locale))]));
}

/** Where the corrections are followed, in a language. */
export function feedPath(locale: string): string {
  return inLanguage('/feeds/corrections.atom', locale);
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
  retraction: (slug: string, number: number, position: number) =>
    `/verdicts/${slug}/revisions/${number}/retraction/${position}.json`,
  retractionProof: (slug: string, number: number, position: number, part: ProofPart) =>
    `/verdicts/${slug}/revisions/${number}/retraction/${position}.${part}`,
  proof: (slug: string, number: number, position: number, part: ProofPart) =>
    `/verdicts/${slug}/revisions/${number}/sign-offs/${position}.${part}`,
  attestation: (slug: string, number: number, position: number) =>
    `/verdicts/${slug}/revisions/${number}/attestations/${position}.json`,
  attestationProof: (slug: string, number: number, position: number, part: ProofPart) =>
    `/verdicts/${slug}/revisions/${number}/attestations/${position}.${part}`,
  charter: (number: number) => `/charter/${number}/charter.json`,
};
