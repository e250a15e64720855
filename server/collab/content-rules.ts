import * as Y from 'yjs';
import { analysisMarks, analysisNodes, fieldNames, fieldsMap, parseRootName } from '@/domain/record/shape';
import type { DocumentName } from './document-name';

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
export function isAllowed(item: Y.Item, kind: DocumentKind): boolean {
  if (typeof item.parent === 'string' && !isRootAllowed(item.parent, item.parentSub, kind)) return false;
  const { content } = item;
  if (content instanceof Y.ContentType) return item.parentSub === null && isTypeAllowed(content.type);
  if (content instanceof Y.ContentFormat) return marks.has(content.key);
  return content instanceof Y.ContentString || content instanceof Y.ContentAny || content instanceof Y.ContentDeleted;
}

/**
 * Whether an item that Yjs has placed stands where editors put such a thing. Asked after integration, because an item that follows another says
 * nothing of its parent: elements in the root or in elements, runs of text in elements, letters in runs, values under a key. An editor throws on
 * anything else, and everybody's editor with it.
 */
export function standsWell(item: Y.Item): boolean {
  const { content, parent, parentSub } = item;
  const isRoot = parent instanceof Y.AbstractType && parent._item === null;
  if (content instanceof Y.ContentType) {
    if (parentSub !== null) return false;
    return parent instanceof Y.XmlElement || (isRoot && content.type instanceof Y.XmlElement);
  }
  if (content instanceof Y.ContentString) return parent instanceof Y.XmlText && !content.str.includes('\u0000');
  if (content instanceof Y.ContentFormat) return parent instanceof Y.XmlText;
  if (content instanceof Y.ContentAny) return parentSub !== null && content.arr.every(isFlat);
  return true;
}

/** A scalar, or a list of texts: what a field or an attribute holds. Nothing nests, so nothing can be nested without end. */
function isFlat(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string' && !item.includes('\u0000'));
  if (typeof value === 'string') return !value.includes('\u0000');
  return value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean';
}

function isRootAllowed(name: string, key: string | null, kind: DocumentKind): boolean {
  if (kind === 'notes') return name === notesRoot;
  return name === fieldsMap ? key !== null && fields.has(key) : parseRootName(name) !== undefined;
}

function isTypeAllowed(type: Y.AbstractType<unknown>): boolean {
  if (type instanceof Y.XmlHook) return false;
  return type instanceof Y.XmlText || (type instanceof Y.XmlElement && nodes.has(type.nodeName));
}
