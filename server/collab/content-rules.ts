import * as Y from 'yjs';
import { draftRoot, fitsDraft } from '@/domain/charter/draft';
import { analysisMarks, analysisNodes, fieldNames, fieldsMap, parseRootName } from '@/domain/record/shape';
import type { DocumentName } from './document-name';
import type { Struct } from './read-update';

export type DocumentKind = DocumentName['kind'];

/** The one root of a private note. */
export const notesRoot = 'notes';

/** Names that an editor writes, as sets of plain strings: what arrives is not typed. */
const nodes = new Set<string>(analysisNodes);
const marks = new Set<string>(analysisMarks);
const fields = new Set<string>(fieldNames);

/**
 * Whether a struct may be part of a document: known roots, nodes, marks and fields only. Subdocuments, embeds, binaries and
 * nested maps are no part of a record. Whether the merged tree is a valid record is another question: two valid edits can
 * merge into an invalid tree, so that is answered by the projection and never by refusing an update.
 */
export function isAllowed(item: NonNullable<Struct['item']>, kind: DocumentKind): boolean {
  if (typeof item.parent === 'string' && !rootRules[kind](item.parent, item.key)) return false;
  const { content } = item;
  if (kind === 'charter') return content.kind === 'any' || content.kind === 'deleted';
  switch (content.kind) {
    case 'element':
      return item.key === undefined && nodes.has(content.name);
    case 'run':
      return item.key === undefined;
    case 'mark':
      return marks.has(content.name);
    case 'any':
    case 'text':
    case 'deleted':
      return true;
    case 'foreign':
      return false;
  }
}

/** The key of a first value that a draft of the charter has no place for. One that takes the place of another names no key: `faultOf` finds it. */
export function unfitIn({ key, content }: NonNullable<Struct['item']>, kind: DocumentKind): string | undefined {
  if (kind !== 'charter' || key === undefined || content.kind !== 'any') return undefined;
  return content.values.every((value) => fitsDraft(key, value)) ? undefined : shortened(key);
}

/** What is wrong with an item that Yjs has placed, or undefined. */
export function faultOf(
  item: Y.Item,
  { kind, depth }: { kind: DocumentKind; depth: number },
): { reason: 'foreign-content' } | { reason: 'unfit-value'; at: string } | undefined {
  if (kind !== 'charter') return standsWell(item, depth) ? undefined : { reason: 'foreign-content' };
  const { content, parentSub: key } = item;
  if (key === null || !(content instanceof Y.ContentAny)) return { reason: 'foreign-content' };
  return content.arr.every((value) => fitsDraft(key, value)) ? undefined : { reason: 'unfit-value', at: shortened(key) };
}

/** A key is what a client sent: as much of it as tells which one is meant. */
function shortened(key: string): string {
  return key.slice(0, 60);
}

/**
 * Whether an item that Yjs has placed stands where editors put such a thing. Asked after integration, because an item that follows another says
 * nothing of its parent: elements in the root or in elements, runs of text in elements, letters in runs, values under a key. An editor throws on
 * anything else, and everybody's editor with it.
 */
function standsWell(item: Y.Item, depth: number): boolean {
  const { content, parent, parentSub } = item;
  const isRoot = parent instanceof Y.AbstractType && parent._item === null;
  if (content instanceof Y.ContentType) {
    if (parentSub !== null || isDeeperThan(item, depth)) return false;
    return parent instanceof Y.XmlElement || (isRoot && content.type instanceof Y.XmlElement);
  }
  if (content instanceof Y.ContentString) return parent instanceof Y.XmlText && !content.str.includes('\u0000');
  if (content instanceof Y.ContentFormat) return parent instanceof Y.XmlText;
  if (content instanceof Y.ContentAny) return parentSub !== null && content.arr.every(isFlat);
  return true;
}

/** Elements in elements without end are a bomb: whoever walks the tree walks it on the stack. */
function isDeeperThan(item: Y.Item, depth: number): boolean {
  let above = 0;
  for (let type = item.parent; type instanceof Y.AbstractType && type._item !== null; type = type._item.parent) {
    above += 1;
    if (above >= depth) return true;
  }
  return false;
}

/** A scalar, or a list of texts: what a field or an attribute holds. Nothing nests, so nothing can be nested without end. */
function isFlat(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string' && !item.includes('\u0000'));
  if (typeof value === 'string') return !value.includes('\u0000');
  return value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean';
}

const rootRules: Record<DocumentKind, (name: string, key: string | undefined) => boolean> = {
  record: (name, key) => (name === fieldsMap ? key !== undefined && fields.has(key) : parseRootName(name) !== undefined),
  notes: (name) => name === notesRoot,
  charter: (name, key) => name === draftRoot && key !== undefined,
};
