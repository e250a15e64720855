import { abbreviations } from './abbreviations';

/** A sentence of an article and its number, counted from 1. */
export type Sentence = { number: number; text: string };

/**
 * The sentences of a text (SPEC IN1). `Intl.Segmenter` knows most of where sentences end and no abbreviations, so what it cuts too early is joined
 * again: after an abbreviation or an initial of the language, and before a small letter, with which no sentence begins. The sign or number of a list is no part
 * of what stands beside it.
 */
export function splitSentences(text: string, language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const [primary = ''] = language.split('-');
  const known = abbreviations[primary] ?? { before: [], within: [] };
  const sign = numberingOrdinals.has(primary) ? listSign : listSignOrNumber;
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((line) => joined(Array.from(piecesOf(line.replace(sign, ''), segmenter)), known))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .map((sentence, index) => ({ number: index + 1, text: sentence }));
}

/** "- The ferry", "• The ferry", "2) The ferry". */
const listSign = /^\s*(?:[-–—•*▪◦‣·]|\(?\p{Nd}{1,2}\))\s+(?=[^\s\p{Nd}])/u;
/** "2. The ferry" too. */
const listSignOrNumber = /^\s*(?:[-–—•*▪◦‣·]|\(?\p{Nd}{1,2}\)|\p{Nd}{1,2}\.)\s+(?=[^\s\p{Nd}])/u;
/** Where a stop makes a number the first, the second: "3. Februar" begins with a day. */
const numberingOrdinals = new Set([
  'cs',
  'da',
  'de',
  'et',
  'fi',
  'hr',
  'hu',
  'is',
  'lv',
  'nb',
  'no',
  'pl',
  'sk',
  'sl',
  'sr',
  'tr',
]);

/** Longer than paragraphs are. */
const window = 4096;

/**
 * What the segmenter cuts a line into. It copies all that it was given for each piece that it finds, so a long line is given to it in parts: each from where
 * the last piece of the one before began, since that one may go on (SPEC IN14).
 */
function* piecesOf(line: string, segmenter: Intl.Segmenter): Generator<string> {
  let at = 0;
  let length = window;
  while (at < line.length) {
    const pieces = Array.from(segmenter.segment(line.slice(at, at + length)), ({ segment }) => segment);
    const isLast = at + length >= line.length;
    const whole = isLast ? pieces : pieces.slice(0, -1);
    yield* whole;
    if (isLast) return;
    // A sentence that fills the part is looked at in a longer one.
    length = whole.length === 0 ? 2 * length : window;
    at += whole.reduce((sum, piece) => sum + piece.length, 0);
  }
}

type Known = (typeof abbreviations)[string];

/** Only the end of what stands before a piece tells whether it goes on: the whole would be gone through once for each piece (SPEC IN14). */
const endLength = 80;

function joined(pieces: string[], known: Known): string[] {
  const sentences: string[][] = [];
  let end = '';
  for (const piece of pieces) {
    const last = sentences.at(-1);
    if (last !== undefined && goesOn(end, piece, known)) {
      last.push(piece);
      end = (end + piece).slice(-endLength);
    } else {
      sentences.push([piece]);
      end = piece.slice(-endLength);
    }
  }
  return sentences.map((parts) => parts.join(''));
}

function goesOn(before: string, after: string, { before: names, within, beside = {} }: Known): boolean {
  const next = after.trimStart().replace(/^["'“”„«»‹›([]+/u, '');
  if (/^\p{Ll}/u.test(next)) return true;
  // A number with a stop is no sentence by itself: "3. Februar".
  if (/^\s*\p{Nd}{1,2}\.\s*$/u.test(before)) return true;
  const word = /([^\s"'“”„«»‹›([]+)\.\s*$/u.exec(before)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  // One capital is an initial: "J. Smith", "Ю. Шевчук". A small one is not, since "Plan b." ends.
  if (/(?:^|[\s("“«„.])\p{Lu}\.\s*$/u.test(before)) return true;
  const belonging = beside[word];
  if (belonging !== undefined && next.startsWith(belonging)) return true;
  return names.includes(word) || (within.includes(word) && /^\p{N}/u.test(next));
}
