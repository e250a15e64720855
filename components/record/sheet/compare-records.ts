import { diffArrays } from 'diff';
import type { DiffPart } from '@/components/record/diff';
import { plainText } from '@/domain/record/plain-text';
import type { Block } from '@/domain/record/shape';

/** Words, white space and single signs, in any script. */
const token = /\s+|[\p{L}\p{M}\p{N}]+|./gsu;

/** What changed between two texts, word by word. */
export function compareTexts(before: string, after: string): DiffPart[] {
  const parts = diffArrays(before.match(token) ?? [], after.match(token) ?? []);
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** One block of an analysis beside its counterpart. */
export type ComparedBlock = { parts: DiffPart[] };

/** What changed between two analyses: blocks are matched whole first, and a replaced block is then compared word by word. */
export function compareBlocks(
  before: readonly Block[],
  after: readonly Block[],
  label: (sourceId: string) => string,
): ComparedBlock[] {
  const lines = (blocks: readonly Block[]) => blocks.map((block) => plainText([block], label));
  const steps = diffArrays(lines(before), lines(after));
  return steps.flatMap((step, index) => {
    const next = steps[index + 1];
    const previous = steps[index - 1];
    // A removal is told together with the addition that follows it.
    if (step.removed && next?.added) return pairs(step.value, next.value);
    if (step.added && previous?.removed) return [];
    const kind = step.added ? ('added' as const) : step.removed ? ('removed' as const) : ('same' as const);
    return step.value.map((text) => ({ parts: [{ kind, text }] }));
  });
}

function pairs(removed: readonly string[], added: readonly string[]): ComparedBlock[] {
  const length = Math.max(removed.length, added.length);
  return Array.from({ length }, (_, index) => ({ parts: compareTexts(removed[index] ?? '', added[index] ?? '') }));
}
