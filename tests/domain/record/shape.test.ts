import { describe, expect, it } from 'vitest';
import { analysisMarks, analysisNodes, Block, LanguageTag, parseRootName, rootName, textNames } from '@/domain/record/shape';

describe('a root of the live document', () => {
  it.each(textNames)('[R1] of %s is named after text and language, and read back', (text) => {
    for (const language of ['en', 'ar', 'zh-Hant', 'pt-BR'])
      expect(parseRootName(rootName(text, language))).toEqual({ text, language });
  });

  it.each([
    'status:en',
    'signOffs:en',
    'role:en',
    'title',
    'title:',
    ':en',
    'title:EN',
    'title:en:x',
    'title:english',
    'constructor:en',
    '',
    'fields',
  ])('[R1] is no text of a record: %j', (name) => expect(parseRootName(name)).toBeUndefined());
});

it.each([
  ['en', true],
  ['ckb', true],
  ['sr-Latn', true],
  ['fr-CA', true],
  ['zh-Hant-TW', true],
  ['e', false],
  ['EN', false],
  ['en_GB', false],
  ['en-gb', false],
  ['', false],
])('[R3] takes %j for a language tag: %s', (tag, expected) => expect(LanguageTag.safeParse(tag).success).toBe(expected));

describe('a block of an analysis', () => {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'x' }] };
  const allowed: [string, unknown][] = [
    ['a paragraph', paragraph],
    ['an empty paragraph', { type: 'paragraph', content: [] }],
    ['a heading of level 2', { type: 'heading', level: 2, content: [] }],
    ['a list in a list', { type: 'list', ordered: false, items: [[{ type: 'list', ordered: true, items: [[paragraph]] }]] }],
    ['a quotation', { type: 'quotation', content: [paragraph] }],
    ['a citation', { type: 'paragraph', content: [{ type: 'citation', source: 'a' }] }],
    ['bold and italic', { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: ['bold', 'italic'] }] }],
  ];
  const refused: [string, unknown][] = [
    ['an image', { type: 'image', src: 'x' }],
    ['a heading of level 1', { type: 'heading', level: 1, content: [] }],
    ['a link', { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: ['link'] }] }],
    ['a field that nobody reads', { ...paragraph, hidden: 'x' }],
    ['an address on a citation', { type: 'paragraph', content: [{ type: 'citation', source: 'a', href: 'https://x.example' }] }],
    ['an empty text', { type: 'paragraph', content: [{ type: 'text', text: '' }] }],
    [
      'an empty list of marks, a second spelling of none',
      { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [] }] },
    ],
  ];
  it.each(allowed)('[R3] may be %s', (_, block) => expect(Block.parse(block)).toEqual(block));
  it.each(refused)('[R3] may not be %s', (_, block) => expect(Block.safeParse(block).success).toBe(false));

  it('[R1] has no node and no mark for a link', () => {
    for (const name of [...analysisNodes, ...analysisMarks]) expect(name.toLowerCase()).not.toContain('link');
  });
});
