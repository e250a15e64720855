import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiffPart } from '@/components/record/diff';
import { compareBlocks, compareTexts } from '@/components/record/sheet/compare-records';
import type { Block } from '@/domain/record/shape';

const side = (parts: DiffPart[], without: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');
const paragraph = (text: string): Block => ({ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] });

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
});

describe('two analyses beside each other', () => {
  const label = () => '(1)';

  it('show an added, a removed and a rewritten paragraph each once', () => {
    const compared = compareBlocks(
      [paragraph('One stays.'), paragraph('Two says this.')],
      [paragraph('One stays.'), paragraph('Two says that.'), paragraph('Three is new.')],
      label,
    );
    expect(compared.map(({ parts }) => parts.map(({ kind }) => kind))).toEqual([
      ['same'],
      ['same', 'removed', 'added', 'same'],
      ['added'],
    ]);
  });

  it('see a change of what is cited', () => {
    const cites = (source: string): Block => ({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'It is so ' },
        { type: 'citation', source },
      ],
    });
    const [block] = compareBlocks([cites('a')], [cites('b')], (id) => (id === 'a' ? '(1)' : '(2)'));
    expect(block?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '1' },
      { kind: 'added', text: '2' },
    ]);
  });

  it('lose no line of either', () => {
    const analysis = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'a b').map(paragraph), { maxLength: 8 });
    fc.assert(
      fc.property(analysis, analysis, (before, after) => {
        const lines = (without: DiffPart['kind']) =>
          compareBlocks(before, after, label)
            .map(({ parts }) => side(parts, without))
            .filter((text) => text !== '');
        const words = (blocks: Block[]) =>
          blocks.map((block) => (block.type === 'paragraph' && block.content[0]?.type === 'text' ? block.content[0].text : ''));
        expect(lines('added')).toEqual(words(before));
        expect(lines('removed')).toEqual(words(after));
      }),
    );
  });
});
