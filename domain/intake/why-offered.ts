import { offerVocabulary } from './offer-vocabulary';

/** Why a sentence is offered first: what in it can be checked. */
export const offerReasons = ['figure', 'quotation', 'attribution'] as const;
export type OfferReason = (typeof offerReasons)[number];

/** Longer than any sentence that a claim could be: what comes after it is not looked at (SPEC IN14). */
const looked = 1000;

/** The reasons that a sentence gives, none for a question (SPEC IN2). */
export function whyOffered(whole: string, language: string): OfferReason[] {
  if (/[?؟]["'”»“)\]]*$/u.test(whole.trimEnd())) return [];
  const sentence = whole.slice(0, looked);
  const { figures = [], attributions = [] } = offerVocabulary[language.split('-')[0] ?? ''] ?? {};
  const holds: Record<OfferReason, boolean> = {
    figure: hasFigure(sentence) || holdsOneOf(withoutJoined(sentence), figures),
    // Neither half runs over another opening mark, so that no text is gone through twice.
    quotation: /“[^“”\s]*\s[^“”]*”|«[^«»\s]*\s[^«»]*»|„[^„“”\s]*\s[^„“”]*[“”]|"[^"\s]*\s[^"]*"/u.test(sentence),
    attribution: holdsOneOf(sentence, attributions),
  };
  return offerReasons.filter((reason) => holds[reason]);
}

/** Any digit of any script, but for the number that a list gives to its line ("3. Security …"), and for the year in a heading. */
function hasFigure(sentence: string): boolean {
  const counted = sentence.replace(/^\s*\p{Nd}{1,2}[.)]\s/u, '');
  const isHeading = !/[.!…。।۔]["'”»“)\]]*$/u.test(sentence.trimEnd());
  return /\p{Nd}/u.test(isHeading ? counted.replace(/(?<!\p{Nd})(?:1[89]|20)\p{Nd}{2}(?!\p{Nd})/gu, '') : counted);
}

/** "Track-two talks" count nothing: what a hyphen joins to a word before it is no number. */
function withoutJoined(sentence: string): string {
  return sentence.replace(/(?<=\p{L})[-‐‑]\p{L}+/gu, '');
}

function holdsOneOf(sentence: string, phrases: readonly string[]): boolean {
  const text = sentence
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\u064b-\u0652\u0640]/gu, '');
  return phrases.length > 0 && new RegExp(`(?<![\\p{L}\\p{M}])(?:${phrases.join('|')})(?![\\p{L}\\p{M}])`, 'u').test(text);
}
