import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import type { PublicWorkspace } from '@/db/queries/public/root-workspace';
import { isLocale, type Locale } from '@/messages/locales';
import { readWorkspace } from './reads';

/** The language of a page's address; an unknown one is no page. The page then speaks it. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return locale;
}

/** The language and the desk of a page that says nothing before the desk is set up. */
export async function openPage(params: Promise<{ locale: string }>): Promise<{ locale: Locale; workspace: PublicWorkspace }> {
  const locale = await localeOf(params);
  const workspace = await readWorkspace({});
  if (workspace === null) notFound();
  return { locale, workspace };
}
