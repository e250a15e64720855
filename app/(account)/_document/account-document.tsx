import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import '@/app/globals.css';
import { SkipLink } from '@/components/layout/skip-link';
import { Wordmark } from '@/components/layout/wordmark';
import { type Locale, localeFacts } from '@/messages/locales';
import { publicHome } from './languages';

/** The whole document of a page with one form. Its page has said the language with `setRequestLocale`. */
export async function AccountDocument({ locale, end, children }: { locale: Locale; end?: ReactNode; children: ReactNode }) {
  const { account, common, errors, fields } = await getMessages({ locale });
  return (
    <html lang={locale} dir={localeFacts(locale).dir}>
      <body>
        <NextIntlClientProvider locale={locale} messages={{ account, common, errors, fields }}>
          <SkipLink />
          <main id="main" className="solo" tabIndex={-1}>
            <Wordmark href={publicHome(locale)} />
            {children}
            {end}
          </main>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
