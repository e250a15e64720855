import type { DiffPart } from '@/components/record/diff';
import { plainText } from '@/domain/record/plain-text';
import type { Block } from '@/domain/record/shape';
import { compareLines } from '@/platform/compare-words';

/** One block of an analysis beside its counterpart. */
export type ComparedBlock = { parts: DiffPart[] };

/** What changed between two analyses, block by block. */
export function compareBlocks(
  before: readonly Block[],
  after: readonly Block[],
  label: (sourceId: string) => string,
): ComparedBlock[] {
  const lines = (blocks: readonly Block[]) => blocks.map((block) => plainText([block], label));
  return compareLines(lines(before), lines(after)).map((parts) => ({ parts }));
}
