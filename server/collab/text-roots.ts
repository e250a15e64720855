import type * as Y from 'yjs';
import { type DocumentKind, notesRoot } from './content-rules';
import { recordTexts } from './draft-of';

/** The roots of a document that hold a text somebody has begun. */
export function textRoots(kind: DocumentKind, doc: Y.Doc): string[] {
  if (kind === 'record') return recordTexts(doc).map(({ name }) => name);
  return doc.getXmlFragment(notesRoot).length === 0 ? [] : [notesRoot];
}
