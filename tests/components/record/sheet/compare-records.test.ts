import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiffPart } from '@/components/record/diff';
import { type ComparedBlock, compareAnalyses } from '@/components/record/sheet/compare-analyses';
import { plainText } from '@/domain/record/plain-text';
import type { Block, Inline } from '@/domain/record/shape';
import { compareTexts } from '@/platform/compare-words';

const side = (parts: DiffPart[], without: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');
const text = (words: string, ...marks: ('bold' | 'italic')[]): Inline =>
  marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks };
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content });

describe('two texts beside each other', () => {
  it('change by whole words, in Latin and in Arabic script', () => {
    expect(compareTexts('Nothing exists.', 'Nothing was found.')).toEqual([
      { kind: 'same', text: 'Nothing ' },
      { kind: 'removed', text: 'exists' },
      { kind: 'added', text: 'was found' },
      { kind: 'same', text: '.' },
    ]);
    expect(compareTexts('وقف إطلاق النار', 'وقف النار').filter(({ kind }) => kind === 'removed')).toEqual([
      { kind: 'removed', text: 'إطلاق ' },
    ]);
  });

  it('lose not one character of either', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const parts = compareTexts(before, after);
        expect(side(parts, 'added')).toBe(before);
        expect(side(parts, 'removed')).toBe(after);
      }),
    );
  });

  it('are one replaced by the other where next to nothing is left', () => {
    const words = (from: number) => Array.from({ length: 3000 }, (_, index) => `w${from + index}`).join(' ');
    expect(compareTexts(words(0), words(10_000)).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

describe('two analyses beside each other', () => {
  const changes = (before: Block[], after: Block[]) => compareAnalyses(before, after).map(({ change }) => change);

  it('show an added, a removed and a rewritten paragraph each once', () => {
    const one = paragraph(text('One stays.'));
    const two = paragraph(text('Two says this.'));
    const three = paragraph(text('Three is new.'));
    expect(changes([one, two], [one, paragraph(text('Two says that.')), three])).toEqual(['same', 'words', 'added']);
    expect(changes([one, two], [one])).toEqual(['same', 'removed']);
  });

  it('mark the word that changed and no other', () => {
    const [block] = compareAnalyses([paragraph(text('It is so.'))], [paragraph(text('It was so.'))]);
    expect(block).toEqual({
      change: 'words',
      as: 'paragraph',
      parts: [
        { kind: 'same', content: [text('It ')] },
        { kind: 'removed', content: [text('is')] },
        { kind: 'added', content: [text('was')] },
        { kind: 'same', content: [text(' so.')] },
      ],
    });
  });

  it.each<[string, Block, Block]>([
    ['a word in bold', paragraph(text('Not so.')), paragraph(text('Not', 'bold'), text(' so.'))],
    ['bold that became italic', paragraph(text('Not', 'bold')), paragraph(text('Not', 'italic'))],
    ['what is cited', paragraph({ type: 'citation', source: 'a' }), paragraph({ type: 'citation', source: 'b' })],
    ['a line break', paragraph(text('a '), text('b')), paragraph(text('a '), { type: 'break' }, text('b'))],
    ['a paragraph that became a heading', paragraph(text('So')), { type: 'heading', level: 2, content: [text('So')] }],
    [
      'the level of a heading',
      { type: 'heading', level: 2, content: [text('So')] },
      { type: 'heading', level: 3, content: [text('So')] },
    ],
    ['a list that became numbered', list(false, 'a', 'b'), list(true, 'a', 'b')],
    ['an item of a list', list(false, 'a', 'b'), list(false, 'a', 'c')],
    ['the order of a list', list(true, 'a', 'b'), list(true, 'b', 'a')],
    ['a paragraph that became a quotation', paragraph(text('So')), { type: 'quotation', content: [paragraph(text('So'))] }],
  ])('see %s', (_, before, after) => {
    expect(marked(compareAnalyses([before], [after]))).toBe(true);
    expect(marked(compareAnalyses([after], [before]))).toBe(true);
    expect(changes([after], [after])).toEqual(['same']);
  });

  it('do not see how the words of one look were cut into pieces', () => {
    expect(changes([paragraph(text('a '), text('b'))], [paragraph(text('a b'))])).toEqual(['same']);
  });

  it('lose no line of either', () => {
    const block = fc.constantFrom('a', 'b', 'c', 'd', 'a b').chain((words) =>
      fc.constantFrom<Block>(paragraph(text(words)), list(false, words, 'x'), {
        type: 'quotation',
        content: [paragraph(text(words))],
      }),
    );
    const analysis = fc.array(block, { maxLength: 8 });
    fc.assert(
      fc.property(analysis, analysis, (before, after) => {
        const compared = compareAnalyses(before, after);
        expect(linesOf(compared, 'added')).toEqual(linesOfBlocks(before));
        expect(linesOf(compared, 'removed')).toEqual(linesOfBlocks(after));
      }),
    );
  });
});

function list(ordered: boolean, ...items: string[]): Block {
  return { type: 'list', ordered, items: items.map((words) => [paragraph(text(words))]) };
}

function linesOfBlocks(blocks: Block[]): string[] {
  return plainText(blocks).split('\n').filter(Boolean);
}

/** What one side reads. */
function linesOf(compared: ComparedBlock[], without: 'added' | 'removed'): string[] {
  return compared.flatMap((block) => linesOfOne(block, without));
}

function linesOfOne(block: ComparedBlock, without: 'added' | 'removed'): string[] {
  switch (block.change) {
    case 'same':
    case 'added':
    case 'removed':
      return block.change === without ? [] : linesOfBlocks([block.block]);
    case 'words':
      return linesOfBlocks([paragraph(...block.parts.filter(({ kind }) => kind !== without).flatMap(({ content }) => content))]);
    case 'list':
      return block.items.flatMap((item) => linesOf(item, without));
    case 'quotation':
      return linesOf(block.content, without);
  }
}

function marked(compared: ComparedBlock[]): boolean {
  return compared.some(isMarked);
}

function isMarked(block: ComparedBlock): boolean {
  switch (block.change) {
    case 'same':
      return false;
    case 'added':
    case 'removed':
      return true;
    case 'words':
      return block.parts.some(({ kind }) => kind !== 'same');
    case 'list':
      return block.items.some(marked);
    case 'quotation':
      return marked(block.content);
  }
}
