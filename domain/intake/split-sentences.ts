import { abbreviations } from './abbreviations';

/** A sentence of an article and its number, counted from 1. */
export type Sentence = { number: number; text: string };

/**
 * The sentences of a text (SPEC IN1). `Intl.Segmenter` knows most of where sentences end and no abbreviations, so what it cuts too early is joined
 * again: after an abbreviation or an initial of the language, and before a small letter, with which no sentence begins.
 */
export function splitSentences(text: string, language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const known = abbreviations[language.split('-')[0] ?? ''] ?? { before: [], within: [] };
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((line) =>
      joined(
        Array.from(segmenter.segment(line), ({ segment }) => segment),
        known,
      ),
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .map((sentence, index) => ({ number: index + 1, text: sentence }));
}

type Known = (typeof abbreviations)[string];

function joined(pieces: string[], known: Known): string[] {
  const sentences: string[] = [];
  for (const piece of pieces) {
    const last = sentences.at(-1);
    if (last !== undefined && goesOn(last, piece, known)) sentences[sentences.length - 1] = last + piece;
    else sentences.push(piece);
  }
  return sentences;
}

function goesOn(before: string, after: string, { before: names, within }: Known): boolean {
  const next = after.trimStart().replace(/^["'“”„«»‹›([]+/u, '');
  if (/^\p{Ll}/u.test(next)) return true;
  const word = /([^\s"'“”„«»‹›([]+)\.\s*$/u.exec(before)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  // One capital is an initial: "J. Smith", "Ю. Шевчук". A small one is not, since "Plan b." ends.
  if (/(?:^|[\s("“«„.])\p{Lu}\.\s*$/u.test(before)) return true;
  return names.includes(word) || (within.includes(word) && /^\p{N}/u.test(next));
}
