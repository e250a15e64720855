'use client';

import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { SkipLink } from '@/components/layout/skip-link';
import { Wordmark } from '@/components/layout/wordmark';
import type { Locale } from '@/messages/locales';

/** What every account page has around it. It takes its words from its props and asks next-intl's server part for none: see `not-found.tsx`. */
export function AccountFrame({
  locale,
  messages,
  home,
  children,
}: {
  locale: Locale;
  messages: AbstractIntlMessages;
  home: string;
  children: ReactNode;
}) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      <SkipLink />
      <main id="main" className="solo" tabIndex={-1}>
        <Wordmark href={home} />
        {children}
      </main>
    </NextIntlClientProvider>
  );
}
