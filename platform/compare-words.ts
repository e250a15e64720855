import { diffArrays } from 'diff';

export type ComparedPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** Words, white space and single signs, in any script. */
const token = /\s+|[\p{L}\p{M}\p{N}]+|./gsu;

/** Above this many changed words a comparison takes seconds and says nothing to a reader: the text counts as replaced. */
const maxEditLength = 600;

export function tokensOf(text: string): string[] {
  return text.match(token) ?? [];
}

/** What changed between two texts, word by word. */
export function compareTexts(before: string, after: string): ComparedPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const parts = before === '' || after === '' ? undefined : diffArrays(tokensOf(before), tokensOf(after), { maxEditLength });
  if (parts === undefined) return replaced(before, after);
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** What changed between two lists of lines: they are matched whole first, and a replaced line is then compared word by word. */
export function compareLines(before: readonly string[], after: readonly string[]): ComparedPart[][] {
  const steps = diffArrays([...before], [...after], { maxEditLength }) ?? [
    { added: false, removed: true, value: [...before] },
    { added: true, removed: false, value: [...after] },
  ];
  return steps.flatMap((step, index) => {
    const next = steps[index + 1];
    // A removal is told together with the addition that follows it.
    if (step.removed && next?.added) return pairs(step.value, next.value);
    if (step.added && steps[index - 1]?.removed) return [];
    const kind = step.added ? ('added' as const) : step.removed ? ('removed' as const) : ('same' as const);
    return step.value.map((text) => [{ kind, text }]);
  });
}

function pairs(removed: readonly string[], added: readonly string[]): ComparedPart[][] {
  const length = Math.max(removed.length, added.length);
  return Array.from({ length }, (_, index) => compareTexts(removed[index] ?? '', added[index] ?? ''));
}

function replaced(before: string, after: string): ComparedPart[] {
  const parts: ComparedPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}
