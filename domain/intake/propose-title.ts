import { paragraphLimits } from '@/domain/record/shape';

/**
 * A neutral title to begin with: the sentence without its last stop, where that is short enough; else its beginning up to a comma or a dash, where that says
 * something and keeps every figure. It is never cut inside a part of the sentence, which could turn what it says around: then there is none, and the checker
 * writes one.
 */
export function proposeTitle(sentence: string): string {
  const whole = sentence.replace(/[.!…]+\s*$/u, '').trim();
  if ([...whole].length <= paragraphLimits.title) return whole;
  const parts = Array.from(whole.matchAll(/[,;:،؛]\s|\s[–—-]\s/gu), ({ index }) => whole.slice(0, index).trim());
  const figures = (text: string) => text.match(/\p{Nd}+/gu)?.length ?? 0;
  const fitting = parts.filter(
    (part) => [...part].length <= paragraphLimits.title && part.split(/\s+/u).length >= 5 && figures(part) === figures(whole),
  );
  return fitting.at(-1) ?? '';
}
