import type { DiffPart } from '@/components/record/diff';
import type { Block, Inline } from '@/domain/record/shape';
import { tokensOf } from '@/platform/compare-words';
import { align } from './align';

/** A run of inlines that stayed, came or went. */
export type InlinePart = { kind: DiffPart['kind']; content: Inline[] };

/** One block beside its counterpart. A paragraph that became a heading, or a list that became numbered, went and came as a whole. */
export type ComparedBlock =
  | { change: 'same' | 'added' | 'removed'; block: Block }
  | { change: 'words'; as: 'paragraph' | 2 | 3; parts: InlinePart[] }
  | { change: 'list'; ordered: boolean; items: ComparedBlock[][] }
  | { change: 'quotation'; content: ComparedBlock[] };

/** What changed between two analyses, with everything that is signed in them: words, bold and italic, citations, headings and lists. */
export function compareAnalyses(before: readonly Block[], after: readonly Block[]): ComparedBlock[] {
  return align(before, after, keyOfBlock).flatMap((step): ComparedBlock[] =>
    step.kind === 'pair' ? comparePair(step.before, step.after) : [{ change: step.kind, block: step.value }],
  );
}

function comparePair(before: Block, after: Block): ComparedBlock[] {
  if ((before.type === 'paragraph' || before.type === 'heading') && before.type === after.type) {
    const [old, now] = [levelOf(before), levelOf(after)];
    if (old === now) return [{ change: 'words', as: now, parts: compareInlines(before.content, after.content) }];
  }
  if (before.type === 'list' && after.type === 'list' && before.ordered === after.ordered)
    return [{ change: 'list', ordered: after.ordered, items: compareItems(before.items, after.items) }];
  if (before.type === 'quotation' && after.type === 'quotation')
    return [{ change: 'quotation', content: compareAnalyses(before.content, after.content) }];
  return [
    { change: 'removed', block: before },
    { change: 'added', block: after },
  ];
}

function compareItems(before: Block[][], after: Block[][]): ComparedBlock[][] {
  return align(before, after, (item) => JSON.stringify(item.map(keyOfBlock))).map((step) => {
    if (step.kind === 'pair') return compareAnalyses(step.before, step.after);
    return step.value.map((block) => ({ change: step.kind, block }));
  });
}

/** Word by word; a word in bold is another one than the same word without. */
function compareInlines(before: readonly Inline[], after: readonly Inline[]): InlinePart[] {
  const steps = align(before.flatMap(wordsOf), after.flatMap(wordsOf), (inline) => JSON.stringify(inOrder(inline)));
  const parts: InlinePart[] = [];
  const add = (kind: InlinePart['kind'], content: Inline[]) => {
    if (content.length > 0) parts.push({ kind, content });
  };
  for (let index = 0; index < steps.length; ) {
    const run = runFrom(steps, index);
    add(
      'same',
      run.flatMap((step) => (step.kind === 'same' ? [step.value] : [])),
    );
    add(
      'removed',
      run.flatMap((step) => (step.kind === 'pair' ? [step.before] : step.kind === 'removed' ? [step.value] : [])),
    );
    add(
      'added',
      run.flatMap((step) => (step.kind === 'pair' ? [step.after] : step.kind === 'added' ? [step.value] : [])),
    );
    index += run.length;
  }
  return parts.map(({ kind, content }) => ({ kind, content: joined(content) }));
}

/** The steps from one place on that are all the same, or all changes. */
function runFrom<T extends { kind: string }>(steps: readonly T[], from: number): T[] {
  const isSame = steps[from]?.kind === 'same';
  const end = steps.findIndex((step, index) => index >= from && (step.kind === 'same') !== isSame);
  return steps.slice(from, end === -1 ? steps.length : end);
}

function wordsOf(inline: Inline): Inline[] {
  return inline.type === 'text' ? tokensOf(inline.text).map((text) => ({ ...inline, text })) : [inline];
}

/** Words of one look are one text again. */
function joined(content: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  for (const inline of content) {
    const last = all.at(-1);
    const isOne = last?.type === 'text' && inline.type === 'text' && String(last.marks) === String(inline.marks);
    if (isOne) all[all.length - 1] = { ...last, text: last.text + inline.text };
    else all.push(inline);
  }
  return all;
}

function levelOf(block: Extract<Block, { type: 'paragraph' | 'heading' }>): 'paragraph' | 2 | 3 {
  return block.type === 'paragraph' ? 'paragraph' : block.level;
}

/** Both are plain JSON of one schema, so equal text is equal content, whatever the order of keys was. */
function keyOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return `${levelOf(block)} ${JSON.stringify(joined(block.content).map(inOrder))}`;
    case 'list':
      return `list ${block.ordered} ${JSON.stringify(block.items.map((item) => item.map(keyOfBlock)))}`;
    case 'quotation':
      return `quotation ${JSON.stringify(block.content.map(keyOfBlock))}`;
  }
}

function inOrder(inline: Inline): unknown[] {
  switch (inline.type) {
    case 'text':
      return ['text', inline.text, inline.marks ?? []];
    case 'citation':
      return ['citation', inline.source];
    case 'break':
      return ['break'];
  }
}
