import { diffArrays } from 'diff';
import type { DiffPart } from '@/components/record/diff';

/** Words, white space and single signs, in any script. */
const token = /\s+|[\p{L}\p{M}\p{N}]+|./gsu;

/** Above this many changed words a comparison takes seconds and tells a reader nothing: the text counts as replaced. */
const maxEditLength = 600;

export function tokensOf(text: string): string[] {
  return text.match(token) ?? [];
}

/** What changed between two texts, word by word. */
export function compareTexts(before: string, after: string): DiffPart[] {
  const parts = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength }) ?? [
    { removed: true, added: false, value: [before] },
    { removed: false, added: true, value: [after] },
  ];
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
