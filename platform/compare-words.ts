import { diffArrays } from 'diff';

export type ComparedPart = { kind: 'same' | 'added' | 'removed'; text: string };
/** A line beside its counterpart, each by its place; one that came or went has none. */
export type ComparedLine = { before: number | undefined; after: number | undefined; parts: ComparedPart[] };

/** Words, white space and single signs, in any script. */
const token = /\s+|[\p{L}\p{M}\p{N}]+|./gsu;

/** Above this many changed words a comparison takes seconds and says nothing to a reader: the text counts as replaced. */
const maxEditLength = 600;

export function tokensOf(text: string): string[] {
  return text.match(token) ?? [];
}

/** How many edits may still be looked for. What a comparison costs grows with the square of those that it finds, so that many texts share one. */
export type Effort = { left: number };

/** A record that was rewritten from its first word to its last has less than half as many. */
export function fullEffort(): Effort {
  return { left: 20_000 };
}

/** What changed between two texts, word by word. */
export function compareTexts(before: string, after: string, effort = fullEffort()): ComparedPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  if (before === '' || after === '' || effort.left <= 0) return replaced(before, after);
  const parts = editsOf(tokensOf(before), tokensOf(after), effort);
  if (parts === undefined) return replaced(before, after);
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/**
 * What changed between two lists of lines: they are matched whole first, and a replaced line is then compared word by word, while there is effort left; after
 * that it counts as replaced (PROTOCOL P50).
 */
export function compareLines(before: readonly string[], after: readonly string[], effort = fullEffort()): ComparedLine[] {
  const steps = editsOf([...before], [...after], effort) ?? [
    { added: false, removed: true, value: [...before] },
    { added: true, removed: false, value: [...after] },
  ];
  const lines: ComparedLine[] = [];
  let [old, now] = [0, 0];
  for (const [index, step] of steps.entries()) {
    // A removal is told together with the addition that follows it.
    if (step.added && steps[index - 1]?.removed) continue;
    const next = steps[index + 1];
    const gone = step.added ? 0 : step.value.length;
    const come = step.removed ? (next?.added ? next.value.length : 0) : step.value.length;
    for (let line = 0; line < Math.max(gone, come); line++) {
      const [was, is] = [line < gone ? old + line : undefined, line < come ? now + line : undefined];
      lines.push({ before: was, after: is, parts: compareTexts(textAt(before, was), textAt(after, is), effort) });
    }
    old += gone;
    now += come;
  }
  return lines;
}

/** The steps from one list to the other, or undefined when there are more than anybody reads. */
function editsOf(before: string[], after: string[], effort: Effort) {
  const most = Math.min(maxEditLength, Math.max(0, effort.left));
  const steps = diffArrays(before, after, { maxEditLength: most });
  effort.left -= steps?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0) ?? most;
  return steps;
}

function textAt(lines: readonly string[], index: number | undefined): string {
  return index === undefined ? '' : (lines[index] ?? '');
}

function replaced(before: string, after: string): ComparedPart[] {
  const parts: ComparedPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}
