/**
 * Words as the search of claims compares them (SPEC D5). A text is kept as its folded words; a query gives, for each of its words, a beginning that a kept
 * word must have. Both databases then compare plain letters: neither has a dictionary for Ukrainian, and what theirs do depends on how they were built.
 */
export function wordsOf(text: string): string[] {
  const words = foldedWords(text).flatMap((word) => [word, ...withoutArticle(word)]);
  return [...new Set(words)].slice(0, mostKept);
}

/** One beginning for each word of a query; a number is meant whole. */
export function stemsOf(query: string): { stem: string; isWhole: boolean }[] {
  return foldedWords(query)
    .slice(0, mostAsked)
    .map((word) => ({ stem: stemOf(word), isWhole: /^\p{N}+$/u.test(word) }));
}

/** More than a record's heads hold, and far below what an index entry may. */
const mostKept = 4000;
/** More words than anybody types would only cost time. */
const mostAsked = 8;
/** PostgreSQL keeps no word of more than 2,046 bytes; a code point has four at most. */
const longestWord = 64;

function foldedWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, longestWord).join(''));
}

/** Lower case without accents, vowel signs, or the letters that people write one for another. */
function fold(text: string): string {
  return (
    text
      // Within a Ukrainian word an apostrophe is part of it; a French one ends a word.
      .replaceAll(/(?<=\p{Script=Cyrillic})['’ʼ‘`´](?=\p{Script=Cyrillic})/gu, '')
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[\p{M}\p{Cf}ـ]/gu, '')
      .replaceAll(/[œæßىةٱ٠-٩۰-۹]/gu, (letter) => alike[letter] ?? digitOf(letter))
  );
}

const alike: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ى: 'ي', ة: 'ه', ٱ: 'ا' };

/** Arabic digits and their eastern forms, in rows of ten that begin at a multiple of sixteen. */
function digitOf(letter: string): string {
  return String((letter.codePointAt(0) ?? 0) % 16);
}

/** Arabic writes the article, "and", "in", "to" into the word: it is kept with them and without. */
function withoutArticle(word: string): string[] {
  const rest = /^(?:[وف]?(?:[بك]?ال|لل)|[وفبكل])(\p{Script=Arabic}{3,})$/u.exec(word)?.[1];
  return rest === undefined ? [] : [rest];
}

/** The endings of each script that a beginning is cut at, longest first, when so many letters remain. Ukrainian ones are folded: й is и, ї is і. */
const endings: { script: RegExp; left: number; cut: RegExp }[] = [
  { script: /^\p{Script=Latin}/u, left: 4, cut: /(?:ings?|ies|aux|ux|al|ed|es|[sexy])$/u },
  {
    script: /^\p{Script=Cyrillic}/u,
    left: 3,
    cut: /(?:анн[яі]|енн[яі]|інн[яі]|[ая]ми|ого|ому|ими|іми|[оеє]ю|[ая]м|[ая]х|ів|еи|ии|іи|ім|их|іх|ом|ем|єм|[аяуюіиоеєь])$/u,
  },
  { script: /^\p{Script=Arabic}/u, left: 3, cut: /(?:ات|ان|ون|ين|ها|هم|يه|[هي])$/u },
];

function stemOf(word: string): string {
  const bare = /^[وف]?(?:[بك]?ال|لل)(\p{Script=Arabic}{3,})$/u.exec(word)?.[1] ?? word;
  const own = endings.find(({ script }) => script.test(bare));
  if (own === undefined) return bare;
  const stem = bare.replace(own.cut, '');
  return [...stem].length < own.left ? bare : stem;
}
