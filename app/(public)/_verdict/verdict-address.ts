import { fallbackLocale, isLocale, type Locale } from '@/messages/locales';
import { env } from '@/platform/env';
import { absolute, inLanguage } from '../_page/addresses';
import type { Reading } from './reading';

/** The language of the page that a text is known by: its own, or the deployment's when the interface does not speak it. */
export function canonicalLanguage({ written }: Pick<Reading, 'written'>): Locale {
  const { DEFAULT_LOCALE } = env();
  if (isLocale(written.lang)) return written.lang;
  return isLocale(DEFAULT_LOCALE) ? DEFAULT_LOCALE : fallbackLocale;
}

/** The one address of a verdict in the language it is read in: a page that falls back to another language names that language's page. */
export function verdictAddress(reading: Reading): string {
  return absolute(inLanguage(`/verdicts/${reading.verdict.slug}`, canonicalLanguage(reading)));
}

/** Where a revision is shown beside the one that it replaced. */
export function changesPath(slug: string, number: number): string {
  return `/verdicts/${slug}/revisions/${number}/changes`;
}
