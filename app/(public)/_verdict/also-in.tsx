import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { languageNames } from '@/components/ui/language-names';
import type { ShownRecord } from '@/domain/record/frozen-record';
import { inOrder } from '@/domain/record/languages';
import { isLocale, type Locale } from '@/messages/locales';
import { inLanguage, knownBy } from '../_page/addresses';
import { writtenIn } from '../_page/text-direction';
import type { Reading } from './reading';

/** The other languages that the parties signed this record in, each under its own name. `path` is the page's address without a language. */
export function AlsoIn({ reading: { verdict, written }, path }: { reading: Reading; path: string }) {
  const t = useTranslations('languages');
  const { record } = verdict;
  const others = inOrder({ main: record.language, all: Object.keys(record.texts) }).filter(
    (language) => language !== written.lang,
  );
  if (others.length === 0) return null;
  return (
    <nav className="also-in" aria-label={t('ofRecord')}>
      <span>{t('alsoIn')}</span>
      <ul>
        {others.map((language) => {
          const page = pageOf(language, record);
          const name = languageNames(language)(language);
          return (
            <li key={language} {...writtenIn(language)}>
              {page === undefined ? name : <Link href={inLanguage(path, page)}>{name}</Link>}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The language of the page where a text of the record is read: its own, or for a main language that the interface does not speak one that falls back to it. */
function pageOf(language: string, { language: main, texts }: ShownRecord): Locale | undefined {
  if (isLocale(language)) return language;
  const other = knownBy(language);
  return language === main && !Object.hasOwn(texts, other) ? other : undefined;
}
