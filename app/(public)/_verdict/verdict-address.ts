import type { Locale } from '@/messages/locales';
import { absolute, inLanguage, knownBy } from '../_page/addresses';
import type { Reading } from './reading';

/** The language of the page that the text of a reading is known by. */
export function canonicalLanguage({ written }: Pick<Reading, 'written'>): Locale {
  return knownBy(written.lang);
}

/** The one address of a verdict in the language it is read in: a page that falls back to another language names that language's page. */
export function verdictAddress(reading: Reading): string {
  return absolute(inLanguage(`/verdicts/${reading.verdict.slug}`, canonicalLanguage(reading)));
}

/** Where a revision is shown beside the one that it replaced. */
export function changesPath(slug: string, number: number): string {
  return `/verdicts/${slug}/revisions/${number}/changes`;
}
