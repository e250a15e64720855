'use client';

import { useParams } from 'next/navigation';
import ar from '@/messages/ar/fault.json';
import en from '@/messages/en/fault.json';
import fr from '@/messages/fr/fault.json';
import { isLocale, type Locale } from '@/messages/locales';
import uk from '@/messages/uk/fault.json';

const words: Record<Locale, typeof en> = { en, fr, uk, ar };

/** A fault of one page. It carries its own few words, so that public pages need not carry every sentence to the browser. */
export default function PublicError({ reset }: { reset: () => void }) {
  const { locale } = useParams<{ locale?: string }>();
  const { title, text, again } = words[isLocale(locale) ? locale : 'en'];
  return (
    <main id="main" className="page plain">
      <h1>{title}</h1>
      <p>{text}</p>
      <div className="acts">
        <button type="button" className="btn" onClick={reset}>
          {again}
        </button>
      </div>
    </main>
  );
}
