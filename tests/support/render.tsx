import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as ar from '@/messages/ar';
import * as en from '@/messages/en';
import * as fr from '@/messages/fr';
import type { Locale } from '@/messages/locales';
import * as uk from '@/messages/uk';

const messages: Record<Locale, typeof en> = { en, fr, uk, ar };

/** A component as the page's HTML, with the sentences of a language. A sentence that is missing fails the test. */
export function render(element: ReactNode, locale: Locale = 'en'): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={{ ...messages[locale] }}
      timeZone="UTC"
      onError={(error) => {
        throw error;
      }}
    >
      {element}
    </NextIntlClientProvider>,
  );
}

/** What a person reads of it. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&amp;', '&')
    .trim();
}
