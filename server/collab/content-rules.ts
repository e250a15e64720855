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

function isRootAllowed(name: string, key: string | null, kind: DocumentKind): boolean {
  if (kind === 'notes') return name === notesRoot;
  return name === fieldsMap ? key !== null && fields.has(key) : parseRootName(name) !== undefined;
}

function isTypeAllowed(type: Y.AbstractType<unknown>): boolean {
  if (type instanceof Y.XmlHook) return false;
  return type instanceof Y.XmlText || (type instanceof Y.XmlElement && nodes.has(type.nodeName));
}
