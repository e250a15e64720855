import { paragraphLimits } from '@/domain/record/shape';

/**
 * A neutral title to begin with: the sentence without its last stop, where that is short enough; else its beginning up to a comma or a dash, where that says
 * something and keeps every figure. It is never cut inside a part of the sentence, which could turn what it says around: then there is none, and the checker
 * writes one.
 */
export function proposeTitle(sentence: string): string {
  const whole = withoutStop(sentence);
  if ([...whole].length <= paragraphLimits.title) return whole;
  const figures = (text: string) => text.match(/\p{Nd}+/gu)?.length ?? 0;
  const inWhole = figures(whole);
  // A part that ends farther on is too long for a title, whatever it holds (SPEC IN14).
  const beginning = whole.slice(0, farthest);
  const parts = Array.from(beginning.matchAll(/[,;:،؛]\s|\s[–—-]\s/gu), ({ index }) => beginning.slice(0, index).trim());
  const fitting = parts.filter(
    (part) =>
      [...part].length <= paragraphLimits.title && part.split(/\s+/u).length >= 5 && figures(part) === inWhole && isClosed(part),
  );
  return fitting.at(-1) ?? '';
}

/** Two places for each character, and some for the white space before a dash. */
const farthest = 3 * paragraphLimits.title;

/** What ends between brackets or marks of quotation is cut inside a part. */
function isClosed(part: string): boolean {
  const count = (mark: string) => part.split(mark).length;
  return ['()', '[]', '“”', '«»'].every(([open = '', close = '']) => count(open) === count(close)) && count('"') % 2 === 1;
}

/** By a loop: an expression would begin anew at each of a thousand stops in a row. */
function withoutStop(sentence: string): string {
  const text = sentence.trim();
  let end = text.length;
  while (end > 0 && '.!…'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).trimEnd();
}
