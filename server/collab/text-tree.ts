import * as Y from 'yjs';
import { analysisMarks, type Block, type Inline } from '@/domain/record/shape';

/**
 * A text's nodes as y-prosemirror and Tiptap's editor store them: a `Y.XmlElement` per node with its attributes, a `Y.XmlText` per
 * run of text, marks as formatting attributes `{ bold: {} }`, a citation as an element without children.
 */

/** The document holds something that no record has. Nothing is dropped in silence: whoever asked is told, and the server logs it. */
export class UnprojectableError extends Error {
  readonly where: string;

  constructor(where: string) {
    super(`The document holds something that no record has: ${where}.`);
    this.name = 'UnprojectableError';
    this.where = where;
  }
}

type Child = Y.XmlElement | Y.XmlText;
type BlockReader = (element: Y.XmlElement) => Block;

const blockReaders = new Map<string, BlockReader>([
  ['paragraph', (element) => ({ type: 'paragraph', content: readInlines(element) })],
  ['heading', (element) => ({ type: 'heading', level: readLevel(element), content: readInlines(element) })],
  ['bulletList', (element) => ({ type: 'list', ordered: false, items: readItems(element) })],
  ['orderedList', (element) => ({ type: 'list', ordered: true, items: readItems(element) })],
  ['blockquote', (element) => ({ type: 'quotation', content: readBlocks(element) })],
]);

export function readBlocks(parent: Y.XmlFragment): Block[] {
  return elements(parent).map((element) => {
    const read = blockReaders.get(element.nodeName);
    if (read === undefined) throw new UnprojectableError(`${element.nodeName} among blocks`);
    return read(element);
  });
}

/** A text of one paragraph. Two people who began it at once may have made two: both are kept, with a space between. */
export function readParagraphs(fragment: Y.XmlFragment): string {
  return elements(fragment)
    .map((element) => {
      if (element.nodeName !== 'paragraph') throw new UnprojectableError(`${element.nodeName} in a text of one paragraph`);
      return readInlines(element).map(plain).join('');
    })
    .filter((text) => text !== '')
    .join(' ');
}

function plain(inline: Inline): string {
  if (inline.type === 'citation') throw new UnprojectableError('a citation in a text of one paragraph');
  return inline.type === 'text' ? inline.text : ' ';
}

function readItems(list: Y.XmlElement): Block[][] {
  return elements(list).map((element) => {
    if (element.nodeName !== 'listItem') throw new UnprojectableError(`${element.nodeName} in a list`);
    return readBlocks(element);
  });
}

function readLevel(element: Y.XmlElement): 2 | 3 {
  const level: unknown = element.getAttribute('level');
  if (level === 2 || level === 3) return level;
  throw new UnprojectableError(`a heading of level ${String(level)}`);
}

function readInlines(parent: Y.XmlElement): Inline[] {
  return joined(children(parent).flatMap((child) => (child instanceof Y.XmlText ? readText(child) : [readAtom(child)])));
}

function readAtom(element: Y.XmlElement): Inline {
  if (element.nodeName === 'hardBreak') return { type: 'break' };
  const source: unknown = element.getAttribute('source');
  if (element.nodeName === 'citation' && typeof source === 'string') return { type: 'citation', source };
  throw new UnprojectableError(`${element.nodeName} in a line`);
}

function readText(text: Y.XmlText): Inline[] {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return delta.map(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') throw new UnprojectableError('an embed in a line');
    const marks = analysisMarks.filter((mark) => attributes[mark] !== undefined && attributes[mark] !== null);
    const run = { type: 'text' as const, text: insert.normalize('NFC') };
    return marks.length === 0 ? run : { ...run, marks };
  });
}

/** Neighbouring runs with the same marks are one: how often people typed in turn is no part of a record. */
function joined(inlines: Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (last?.type === 'text' && inline.type === 'text' && String(last.marks) === String(inline.marks)) {
      result[result.length - 1] = { ...last, text: (last.text + inline.text).normalize('NFC') };
    } else if (inline.type !== 'text' || inline.text !== '') result.push(inline);
  }
  return result;
}

function elements(parent: Y.XmlFragment): Y.XmlElement[] {
  return children(parent).flatMap((child) => {
    if (child instanceof Y.XmlElement) return [child];
    if (child.length > 0) throw new UnprojectableError('text outside a paragraph');
    return [];
  });
}

function children(parent: Y.XmlFragment): Child[] {
  return parent.toArray().map((child) => {
    if (child instanceof Y.XmlText || (child instanceof Y.XmlElement && !(child instanceof Y.XmlHook))) return child;
    throw new UnprojectableError('a hook');
  });
}
