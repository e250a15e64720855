import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NoSuchPage } from '@/app/(public)/_page/no-such-page';
import { localeOf } from '@/app/(public)/_page/open-page';

type PageProps = { params: Promise<{ locale: string; rest: string[] }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeOf(params), namespace: 'public' });
  return { title: t('notFound.title'), robots: { index: false } };
}

/** Without this page an address of nothing would get Next's own answer. One address has the words, for the server to answer with (server/public-pages). */
export default async function RestPage({ params }: PageProps) {
  await localeOf(params);
  const { rest } = await params;
  if (rest.join('/') !== 'no-such-page') notFound();
  return <NoSuchPage />;
}
