'use client';

import '@/app/globals.css';
import ar from '@/messages/ar/fault.json';
import en from '@/messages/en/fault.json';
import fr from '@/messages/fr/fault.json';
import { type Locale, locales } from '@/messages/locales';
import uk from '@/messages/uk/fault.json';

const words: Record<Locale, typeof en> = { en, fr, uk, ar };
const languages = ['en', 'fr', 'uk', 'ar'] as const satisfies Locale[];

/** When even the layout failed, nothing knows the reader's language any more: the page says it in every one. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <title>{en.title}</title>
        <main id="main" className="solo">
          {languages.map((locale) => (
            <section key={locale} lang={locale} dir={locales[locale].dir}>
              <h1>{words[locale].title}</h1>
              <p className="lead">{words[locale].text}</p>
              <p className="acts">
                <button type="button" className="btn" onClick={reset}>
                  {words[locale].again}
                </button>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
