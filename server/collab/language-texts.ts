import type * as Y from 'yjs';
import type { Db } from '@/db/client';
import { rootName, textNames } from '@/domain/record/shape';
import type { Barred } from '@/platform/ports';
import { type As, appendAs, EditRefusedError, RightLostError } from './append-as';
import { asWriter } from './as-writer';
import type { Documents } from './documents';
import { recordTexts } from './draft-of';
import { emptyParagraph } from './encode-draft';
import { contentOf } from './text-lines';

/**
 * Gives every text of a language its first line where it has none. Made here, once: two editors that each made the first line of an empty text would leave
 * two. Nothing of it is anybody's words, so no right is asked but that of the command that calls.
 */
export async function beginLanguage(
  documents: Documents,
  document: string,
  language: string,
  by: Omit<As, 'seat'>,
): Promise<'begun' | Barred | 'does-not-fit'> {
  return appendAs(documents, document, by, (doc) => beginTexts(doc, language)).then(
    () => 'begun' as const,
    (cause: unknown) => {
      if (cause instanceof EditRefusedError) return 'does-not-fit' as const;
      if (cause instanceof RightLostError) return cause.why;
      throw cause;
    },
  );
}

/** Takes every word of a language out of a record, as one edit of this person that can be undone from the versions (PROTOCOL P46). */
export async function clearLanguage(
  { db, documents }: { db: Db; documents: Documents },
  document: string,
  language: string,
  by: { personId: string; sid: string; at: Date },
): Promise<'cleared' | Barred | undefined> {
  const as = await asWriter(db, document, by);
  if (as === undefined || typeof as === 'string') return as;
  return appendAs(documents, document, as, (doc) => clearTexts(doc, language)).then(
    () => 'cleared' as const,
    (cause: unknown) => {
      if (cause instanceof RightLostError) return cause.why;
      throw cause;
    },
  );
}

export function beginTexts(doc: Y.Doc, language: string): void {
  for (const text of textNames) {
    const fragment = doc.getXmlFragment(rootName(text, language));
    if (fragment.length === 0) fragment.insert(0, [emptyParagraph()]);
  }
}

/** The empty lines stay, so that whoever writes here again finds them. */
function clearTexts(doc: Y.Doc, language: string): void {
  for (const { fragment } of recordTexts(doc).filter((text) => text.language === language && !isEmptyText(text.fragment))) {
    fragment.delete(0, fragment.length);
    fragment.insert(0, [emptyParagraph()]);
  }
}

export function isEmptyText(fragment: Y.XmlFragment): boolean {
  return JSON.stringify(contentOf(fragment)) === JSON.stringify([{ name: 'paragraph', attributes: [], inner: [] }]);
}
