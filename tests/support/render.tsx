import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as ar from '@/messages/ar';
import * as en from '@/messages/en';

const messages = { en, ar };

/** A component as the page's HTML, with the sentences of a language. A sentence that is missing fails the test. */
export function render(element: ReactNode, locale: keyof typeof messages = 'en'): string {
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
