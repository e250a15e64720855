import * as Y from 'yjs';
import { fieldsMap } from '@/domain/record/shape';

/** A struct by its name in Yjs, as plain data. */
export type StructId = { client: number; clock: number };

/** Words that stood together, and where: after the last letter before them that the server has, in the innermost node that it has. */
export type Piece = { words: string; after: StructId | undefined; within: StructId | undefined };

/** What of one text no server has: its words to read and copy, and their places, to put them back. A field has a value instead. */
export type UnsavedText = { root: string; words: string; pieces: Piece[]; value?: string | string[] };

/** The roots of a document that people type into. */
export type Roots = { texts: readonly string[]; hasFields: boolean };

export const fieldRoot = (name: string) => `${fieldsMap}/${name}`;

type Ranges = Map<number, { from: number; to: number }[]>;

/** The words and field values that `updates` brought into a document and that still stand there, text by text. */
export function unsavedWords(doc: Y.Doc, updates: readonly Uint8Array[], roots: Roots): UnsavedText[] {
  const ranges = rangesOf(updates);
  const texts = roots.texts.map((root) => textOf(root, piecesIn(doc.getXmlFragment(root), undefined, ranges)));
  return [...texts.filter(({ words }) => words !== ''), ...(roots.hasFields ? fieldsIn(doc, ranges) : [])];
}

/** The bare words of updates that build on what this document does not have, so that it cannot place them. */
export function unplacedWords(updates: readonly Uint8Array[], root: string): UnsavedText[] {
  const words = updates.map((update) => Y.decodeUpdate(update).structs.map(stringOf).join('')).join('');
  return words.trim() === '' ? [] : [textOf(root, [{ words, after: undefined, within: undefined }])];
}

function textOf(root: string, pieces: Piece[]): UnsavedText {
  return { root, words: pieces.map(({ words }) => words).join('\n'), pieces };
}

function fieldsIn(doc: Y.Doc, ranges: Ranges): UnsavedText[] {
  const map = doc.getMap<unknown>(fieldsMap);
  return [...map._map].flatMap(([name, item]) => {
    const value = map.get(name);
    const isText = typeof value === 'string' || (Array.isArray(value) && value.every((part) => typeof part === 'string'));
    if (item.deleted || !isText || !isIn(item, ranges)) return [];
    return [{ root: fieldRoot(name), words: typeof value === 'string' ? value : value.join(', '), pieces: [], value }];
  });
}

function piecesIn(parent: Y.XmlFragment, within: StructId | undefined, ranges: Ranges): Piece[] {
  return [...standing(parent)].flatMap((item) => {
    if (!(item.content instanceof Y.ContentType)) return [];
    const { type } = item.content;
    const innermost = isIn(item, ranges) ? (type instanceof Y.XmlText ? within : undefined) : plain(item.id);
    if (type instanceof Y.XmlText) return runsIn(type, innermost, ranges);
    return type instanceof Y.XmlFragment ? piecesIn(type, innermost, ranges) : [];
  });
}

/** Yjs joins what one editor typed into one item, so an item may be half saved. Clocks count UTF-16 units. */
function runsIn(text: Y.XmlText, within: StructId | undefined, ranges: Ranges): Piece[] {
  const found: Piece[] = [];
  let after: StructId | undefined;
  let open: Piece | undefined;
  for (let item = text._start; item !== null; item = item.right) {
    const { id, length, content } = item;
    for (const { from, to, isUnsaved } of stretches(id, length, ranges)) {
      if (!isUnsaved) {
        after = { client: id.client, clock: to - 1 };
        // Formatting and what is deleted have no letters: a run goes on behind them.
        if (!item.deleted && item.countable) open = undefined;
      } else if (!item.deleted && content instanceof Y.ContentString) {
        const words = content.str.slice(from - id.clock, to - id.clock);
        if (open === undefined) {
          open = { words: '', after, within };
          found.push(open);
        }
        open.words += words;
      }
    }
  }
  return found;
}

function* stretches({ client, clock }: Y.ID, length: number, ranges: Ranges) {
  let from = clock;
  const end = clock + length;
  for (const range of ranges.get(client) ?? []) {
    if (range.to <= from || range.from >= end) continue;
    if (range.from > from) yield { from, to: range.from, isUnsaved: false };
    const to = Math.min(range.to, end);
    yield { from: Math.max(range.from, from), to, isUnsaved: true };
    from = to;
  }
  if (from < end) yield { from, to: end, isUnsaved: false };
}

function rangesOf(updates: readonly Uint8Array[]): Ranges {
  const ranges: Ranges = new Map();
  for (const update of updates)
    for (const { id, length } of Y.decodeUpdate(update).structs) {
      const own = ranges.get(id.client) ?? [];
      own.push({ from: id.clock, to: id.clock + length });
      ranges.set(id.client, own);
    }
  for (const own of ranges.values()) own.sort((a, b) => a.from - b.from);
  return ranges;
}

function isIn({ id }: Y.Item, ranges: Ranges): boolean {
  return (ranges.get(id.client) ?? []).some(({ from, to }) => from <= id.clock && id.clock < to);
}

function* standing(parent: Y.XmlFragment): Generator<Y.Item> {
  for (let item = parent._start; item !== null; item = item.right) if (!item.deleted) yield item;
}

function plain({ client, clock }: Y.ID): StructId {
  return { client, clock };
}

function stringOf(struct: Y.Item | Y.GC | Y.Skip): string {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '';
}
