import { getTranslations } from 'next-intl/server';
import type { Reading } from '../_verdict/reading';
import { canonicalLanguage } from '../_verdict/verdict-address';

/**
 * A verdict in a line, for a search result or a shared link: the finding where it is joint, a dissent named before it, and the outcome where nothing was found
 * in common, since a finding that was only proposed is told nowhere but under a party's name (SPEC O1, O3).
 */
export async function describeVerdict(reading: Reading): Promise<string> {
  const { verdict, texts } = reading;
  const locale = canonicalLanguage(reading);
  const outcome = await getTranslations({ locale, namespace: 'outcome' });
  const position = await getTranslations({ locale, namespace: 'position' });
  switch (verdict.outcome) {
    case 'joint':
      return texts.finding;
    case 'with-dissent':
      return `${outcome(verdict.outcome)}. ${texts.finding}`;
    case 'split':
    case 'no-joint-finding':
      return `${outcome(verdict.outcome)}. ${position(`meaning.${verdict.outcome}`)}`;
  }
}
