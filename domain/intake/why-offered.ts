/** Why a sentence is offered first: what in it can be checked. */
const offerReasons = ['figure', 'quotation', 'attribution'] as const;
export type OfferReason = (typeof offerReasons)[number];

/** Longer than any sentence that a claim could be: what comes after it is not looked at (SPEC IN14). */
const looked = 1000;

/** The reasons that a sentence gives, none for a question (SPEC IN2). */
export function whyOffered(whole: string, language: string): OfferReason[] {
  if (/[?؟]["'”»“)\]]*$/u.test(whole.trimEnd())) return [];
  const sentence = whole.slice(0, looked);
  const { figures = [], attributions = [] } = vocabulary[language.split('-')[0] ?? ''] ?? {};
  const holds: Record<OfferReason, boolean> = {
    figure: hasFigure(sentence) || holdsOneOf(sentence, figures),
    // Neither half runs over another opening mark, so that no text is gone through twice.
    quotation: /“[^“”\s]*\s[^“”]*”|«[^«»\s]*\s[^«»]*»|„[^„“”\s]*\s[^„“”]*[“”]|"[^"\s]*\s[^"]*"/u.test(sentence),
    attribution: holdsOneOf(sentence, attributions),
  };
  return offerReasons.filter((reason) => holds[reason]);
}

/** Any digit of any script, but for the number that a list gives to its line ("3. Security …"). */
function hasFigure(sentence: string): boolean {
  return /\p{Nd}/u.test(sentence.replace(/^\s*\p{Nd}{1,2}[.)]\s/u, ''));
}

function holdsOneOf(sentence: string, phrases: readonly string[]): boolean {
  const text = sentence
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\u064b-\u0652\u0640]/gu, '');
  return phrases.length > 0 && new RegExp(`(?<![\\p{L}\\p{M}])(?:${phrases.join('|')})(?![\\p{L}\\p{M}])`, 'u').test(text);
}

/** Numbers in words, and what people write before or after what somebody else said. Patterns, in lower case. */
const vocabulary: Record<string, { figures: readonly string[]; attributions: readonly string[] }> = {
  en: {
    figures: [
      'half',
      'thirds?',
      'quarters?',
      'dozens?',
      'hundreds?',
      'thousands?',
      'millions?',
      'billions?',
      'twice',
      'double[ds]?',
      'per ?cent',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
      'eleven',
      'twelve',
      'twenty',
      'thirty',
      'forty',
      'fifty',
    ],
    attributions: [
      'said',
      'says',
      'saying',
      'told',
      'according to',
      'claim(?:s|ed)',
      'stat(?:es|ed) that',
      'announced',
      'report(?:s|ed)',
      'argue[sd]',
      'warn(?:s|ed)',
      'den(?:ies|ied)',
      'insist(?:s|ed)',
      'show(?:s|ed) that',
      'f(?:inds|ound) that',
      'data from',
      'stud(?:y|ies)',
      'research',
    ],
  },
  uk: {
    figures: [
      'половин[аиу]',
      'третин[аиу]',
      'чверть',
      'десятк\\p{L}*',
      'сот(?:ні|ень|ня)',
      'тисяч\\p{L}*',
      'мільйон\\p{L}*',
      'мільярд\\p{L}*',
      'удвічі',
      'втричі',
      'відсотк\\p{L}*',
      'два',
      'дві',
      'три',
      'чотири',
      "п'ять",
      'шість',
      'сім',
      'вісім',
      "дев'ять",
      'десять',
    ],
    attributions: [
      'за словами',
      'за даними',
      'за інформацією',
      'на думку',
      'згідно з',
      'заяви(?:в|ла|ли)',
      'сказа(?:в|ла|ли)',
      'повідоми(?:в|ла|ли)',
      'повідомля(?:є|ють)',
      'стверджу(?:є|ють|вав|вала)',
      'наголоси(?:в|ла|ли)',
      'розпові(?:в|ла|ли)',
      'запевни(?:в|ла|ли)',
      'зазначи(?:в|ла|ли)',
    ],
  },
  fr: {
    figures: [
      'moitié',
      'tiers',
      'quarts?',
      'dizaines?',
      'douzaines?',
      'centaines?',
      'cents?',
      'milliers?',
      'mille',
      'millions?',
      'milliards?',
      'double',
      'pour cent',
      'deux',
      'trois',
      'quatre',
      'cinq',
      'six',
      'sept',
      'huit',
      'neuf',
      'dix',
      'onze',
      'douze',
      'vingt',
      'trente',
    ],
    attributions: [
      'selon',
      "d'après",
      'déclar(?:e|é|ait)',
      'affirm(?:e|é|ait)',
      'a dit',
      'a annoncé',
      'annonce',
      'indique',
      'a indiqué',
      'explique',
      'a expliqué',
      'assur(?:e|é)',
      'a rappelé',
      'souligne',
      'a souligné',
      'rapporte',
    ],
  },
  ar: {
    figures: [
      '(?:ال)?نصف',
      'ثلث',
      'ربع',
      'عشرات',
      'مئات',
      '(?:مئة|مائة|مئتين|مائتين)',
      'ألف',
      'آلاف',
      'ألفين',
      'مليونا?',
      'ملايين',
      'مليارا?',
      'مليارات',
      'بالمئة',
      'بالمائة',
      'في المئة',
      'في المائة',
      'ضعف',
      'ثلاثة?',
      'أربعة?',
      'خمسة?',
      'ستة?',
      'سبعة?',
      'ثماني(?:ة)?',
      'تسعة?',
      'عشرة?',
    ],
    attributions: [
      '[وف]?قالت?',
      '[وف]?قالوا',
      '[وف]?يقول',
      '[وف]?تقول',
      'وفقا ل\\p{L}*',
      'وفقا',
      '[وف]?بحسب',
      '[وف]?حسب',
      '[وف]?أعلنت?',
      '[وف]?أكدت?',
      '[وف]?صرحت?',
      '[وف]?ذكرت?',
      '[وف]?أفادت?',
      '[وف]?أضافت?',
      '[وف]?أشارت?',
      '[وف]?زعمت?',
      '[وف]?أوضحت?',
    ],
  },
};
