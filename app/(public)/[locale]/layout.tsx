import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import '@/app/globals.css';
import { readWorkspace } from '@/app/(public)/_page/reads';
import { isLocale, type Locale, localeFacts } from '@/messages/locales';
import { env } from '@/platform/env';

// Pages are kept by the server (server/public-pages), which knows when they are old, and never by Next, which would have to be told in time.
export const dynamic = 'force-dynamic';

type LayoutProps = { params: Promise<{ locale: string }>; children: ReactNode };

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const workspace = await readWorkspace({});
  const locale = pageLocale((await params).locale);
  const name = workspace?.name ?? (await getTranslations({ locale, namespace: 'brand' }))('name');
  return {
    metadataBase: new URL(env().APP_URL),
    title: { default: name, template: `%s · ${name}` },
    openGraph: { siteName: name },
  };
}

/** An address of no language is answered in the deployment's own: its page is then the one that says so. */
export default async function PublicLayout({ params, children }: LayoutProps) {
  const locale = pageLocale((await params).locale);
  setRequestLocale(locale);
  return (
    <html lang={locale} dir={localeFacts(locale).dir}>
      <body>{children}</body>
    </html>
  );
}

function pageLocale(asked: string): Locale {
  if (isLocale(asked)) return asked;
  const { DEFAULT_LOCALE } = env();
  return isLocale(DEFAULT_LOCALE) ? DEFAULT_LOCALE : 'en';
}
