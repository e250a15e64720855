/**
 * The first rating word that a title holds, or undefined. Whole words only, without regard to case: "accurate" rates, "accuracy"
 * does not. Words come from the charter's ratings in every interface language, so that a title is neutral in all of them (C06).
 */
export function ratingWordIn(title: string, words: readonly string[]): string | undefined {
  const haystack = ` ${fold(title)} `;
  return words.find((word) => {
    const needle = needleOf(word);
    return needle !== '' && haystack.includes(needle);
  });
}

const needles = new Map<string, string>();

/** The words are those of the languages and of charters: few, and asked for by every title of a list. */
function needleOf(word: string): string {
  const known = needles.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  const needle = folded === '' ? '' : ` ${folded} `;
  needles.set(word, needle);
  return needle;
}

/** Words divided by single spaces: punctuation, case, vowel signs, joiners, stretching and the Arabic article cannot hide one. */
function fold(text: string): string {
  const letters = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .toLowerCase();
  return (letters.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(arabicArticle, '')).join(' ');
}

/** The article with what is written onto it ("and the", "with the", "for the"), before a word of three letters or more. */
const arabicArticle = /^[وف]?(?:[بك]?ال|لل)(?=\p{L}{3})/u;

/** Words that rate in themselves, whatever the charter's scale calls its steps. */
export const plainRatingWords = [
  'true',
  'false',
  'accurate',
  'inaccurate',
  'correct',
  'incorrect',
  'misleading',
  'fake',
  'hoax',
  'lie',
  'lies',
  'debunked',
  'refuted',
  'proven',
  'unproven',
  'wrong',
  'vrai',
  'vraie',
  'faux',
  'fausse',
  'exact',
  'exacte',
  'inexact',
  'inexacte',
  'erroné',
  'erronée',
  'trompeur',
  'trompeuse',
  'mensonge',
  'mensonger',
  'mensongère',
  'canular',
  'infox',
  'démenti',
  'démentie',
  'manque de contexte',
  'périmé',
  'périmée',
  'invérifiable',
  'точно',
  'точний',
  'точна',
  'точне',
  'точні',
  'неточно',
  'неточний',
  'неточна',
  'неточне',
  'неточні',
  'правдиво',
  'правдивий',
  'правдива',
  'правдиве',
  'правдиві',
  'неправда',
  'неправдивий',
  'неправдива',
  'неправдиве',
  'неправдиві',
  'хибно',
  'хибний',
  'хибна',
  'хибне',
  'хибні',
  'оманливий',
  'оманлива',
  'оманливе',
  'брехня',
  'брехливий',
  'брехлива',
  'фейк',
  'фейковий',
  'фейкова',
  'спростовано',
  'доведено',
  'недоведено',
  'бракує контексту',
  'застаріло',
  'неможливо довести',
  'صحيح',
  'صحيحة',
  'خاطئ',
  'خاطئة',
  'كاذب',
  'كاذبة',
  'مضلل',
  'مضللة',
  'دقيق',
  'دقيقة',
  'زائف',
  'زائفة',
  'كذب',
  'ينقصه السياق',
  'تجاوزه الزمن',
  'يتعذّر إثباته',
] as const;
