import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { PublicRetraction } from '@/db/queries/public/after-publication';
import type { Reading } from '../_verdict/reading';
import { verdictMetadata } from '../_verdict/verdict-metadata';

/** What a search result or a shared link shows of a retracted verdict: what was asked and that it was taken back, and none of the finding. */
export async function tombstoneMetadata(
  reading: Reading,
  { path, retraction }: { path: string; retraction: PublicRetraction },
): Promise<Metadata> {
  const t = await getTranslations({ locale: reading.locale, namespace: 'correction.retracted' });
  const description = t('meta', { date: retraction.at.slice(0, 10) });
  const { openGraph, ...known } = verdictMetadata(reading, path, description);
  const title = `${t('kick')} · ${reading.texts.question}`;
  return { ...known, title, openGraph: { ...openGraph, title } };
}
