'use client';

import '@/app/globals.css';
import ar from '@/messages/ar/fault.json';
import en from '@/messages/en/fault.json';
import { locales } from '@/messages/locales';

const words = { en, ar };

/** When even the layout failed, nothing knows the reader's language any more: the page says it in every one. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <title>{en.title}</title>
        <main id="main" className="solo">
          {(['en', 'ar'] as const).map((locale) => (
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
