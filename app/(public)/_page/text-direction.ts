import { isFromTheRight } from '@/domain/record/text-direction';

/** The attributes of an element whose text is in another language than the page may be. */
export function writtenIn(language: string): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang: language, dir: isFromTheRight(language) ? 'rtl' : 'ltr' };
}

const fromTheRightLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The same for words whose language nobody stored, such as a party's statement: the first of these languages that runs the way their first letter does,
 * or none that we know. A browser chooses quotation marks by it.
 */
export function writtenLike(text: string, languages: readonly string[]): { lang: string; dir: 'ltr' | 'rtl' } {
  const dir = fromTheRightLetter.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';
  return languages.map(writtenIn).find((written) => written.dir === dir) ?? { lang: '', dir };
}

/** The texts in the reader's language, or in the record's main one. `language` says which they are. */
export function readableTexts<Texts>(
  { texts, language }: { texts: Record<string, Texts>; language: string },
  locale: string,
): { texts: Texts; language: string } {
  const own = texts[locale];
  if (own !== undefined) return { texts: own, language: locale };
  const main = texts[language];
  if (main === undefined) throw new Error(`A frozen record has its main language; ${language} is missing.`);
  return { texts: main, language };
}
