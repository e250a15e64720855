import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { PublicRetraction } from '@/db/queries/public/after-publication';
import { describeVerdict } from '../_outcome/describe-verdict';
import type { Reading } from '../_verdict/reading';
import { verdictMetadata } from '../_verdict/verdict-metadata';

/**
 * What a search result or a shared link shows of a verdict's page or a revision's. Of a retracted one it is what was asked and that it was taken back, and
 * none of the finding (SPEC RT5): a preview carries no notice above it.
 */
export async function metadataOf(reading: Reading, path: string): Promise<Metadata> {
  const { retraction } = reading.verdict;
  return retraction === null
    ? verdictMetadata(reading, path, await describeVerdict(reading))
    : tombstoneMetadata(reading, { path, retraction });
}

async function tombstoneMetadata(
  reading: Reading,
  { path, retraction }: { path: string; retraction: PublicRetraction },
): Promise<Metadata> {
  const t = await getTranslations({ locale: reading.locale, namespace: 'correction.retracted' });
  const description = t('meta', { date: retraction.at.slice(0, 10) });
  const { openGraph, ...known } = verdictMetadata(reading, path, description);
  const title = `${t('kick')} · ${reading.texts.question}`;
  return { ...known, title, openGraph: { ...openGraph, title } };
}
