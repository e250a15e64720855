import { expect, it } from 'vitest';
import { citedSources, plainText } from '@/domain/record/plain-text';
import type { Block } from '@/domain/record/shape';

const text = (words: string) => ({ type: 'text', text: words }) as const;
const cite = (source: string) => ({ type: 'citation', source }) as const;

const analysis: Block[] = [
  { type: 'heading', level: 2, content: [text('What was agreed')] },
  {
    type: 'paragraph',
    content: [
      text('No ceasefire '),
      cite('b'),
      text(' was '),
      { type: 'text', text: 'signed', marks: ['bold'] },
      { type: 'break' },
      text('then.'),
    ],
  },
  {
    type: 'list',
    ordered: true,
    items: [
      [{ type: 'paragraph', content: [text('one')] }],
      [{ type: 'list', ordered: false, items: [[{ type: 'paragraph', content: [cite('a'), cite('b')] }]] }],
    ],
  },
  { type: 'quotation', content: [{ type: 'paragraph', content: [text('an item on the agenda')] }] },
];

it('[R4] reads an analysis as lines of plain text, without its marks', () => {
  expect(plainText(analysis)).toBe('What was agreed\nNo ceasefire  was signed\nthen.\none\n\nan item on the agenda');
});

it('[R6] reads a citation as the label of its source', () => {
  expect(plainText(analysis, (id) => `[${id}]`)).toContain('No ceasefire [b] was');
});

it('[R6] finds each cited source once, however deep, in order of first mention', () => {
  expect(citedSources(analysis)).toEqual(['b', 'a']);
  expect(citedSources([])).toEqual([]);
});
