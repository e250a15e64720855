import * as Y from 'yjs';
import type { Db } from '@/db/client';
import { documentCredits } from '@/db/schema';
import { type FieldName, fieldNames, fieldsMap } from '@/domain/record/shape';
import type { Barred } from '@/platform/ports';
import { appendAs, EditRefusedError, RightLostError } from './append-as';
import { asWriter } from './as-writer';
import type { DocumentKind } from './content-rules';
import { parseDocumentName } from './document-name';
import type { Documents } from './documents';
import { emptyParagraph } from './encode-draft';
import { isEmptyText } from './language-texts';
import { loadDocument, loadLedger } from './load-document';
import { numberOf } from './number-of';
import { type RestoreCopy, restoreCopies } from './restore-copies';
import { contentOf } from './text-lines';
import { textRoots } from './text-roots';

/** Undefined: no such document or number. */
type Restored = { seq: number; changed: boolean } | Barred | 'does-not-fit' | undefined;

/**
 * Makes a record, or the notes of the person's party, say again what they said at `seq`, as one new edit through the same admission and append as the socket (PROTOCOL P46). Only texts that
 * differ are replaced, so who types in another one goes on undisturbed. It commits only while the person may write, as everything of the socket does (P22).
 */
export async function restoreTo(
  { db, documents }: { db: Db; documents: Documents },
  document: string,
  seq: number,
  by: { personId: string; sid: string; at: Date },
): Promise<Restored> {
  const as = await asWriter(db, document, by);
  if (as === undefined || typeof as === 'string') return as;
  const kind = parseDocumentName(document)?.kind;
  if (kind === undefined || seq < 1 || (await numberOf(db, kind, document, seq)) === undefined) return undefined;
  const { doc: old } = await loadDocument(db, document, seq);
  try {
    const copies = restoreCopies(old, textRoots(kind, old), await loadLedger(db, document, seq));
    await keepCredits(db, document, copies, by.at);
    let changed = false;
    const number = await appendAs(documents, document, as, (doc) => {
      changed = bringBack(doc, old, { kind, copies });
    });
    return { seq: number, changed };
  } catch (cause) {
    if (cause instanceof RightLostError) return cause.why;
    // What was in the record once is refused for nothing but its size.
    if (cause instanceof EditRefusedError) return 'does-not-fit';
    throw cause;
  } finally {
    old.destroy();
  }
}

async function keepCredits(db: Db, document: string, copies: readonly RestoreCopy[], at: Date): Promise<void> {
  const rows = copies.filter(({ credits }) => credits.length > 0);
  if (rows.length === 0) return;
  await db.insert(documentCredits).values(
    rows.map(({ clientId, credits }) => ({
      document,
      clientId,
      stretches: credits.map(({ from, to, author }): [number, number, string, string] => [
        from,
        to,
        author.personId,
        author.partyId,
      ]),
      at,
    })),
  );
}

/** Whether anything had to change. */
function bringBack(doc: Y.Doc, old: Y.Doc, { kind, copies }: { kind: DocumentKind; copies: readonly RestoreCopy[] }): boolean {
  const wanted = new Set(copies.flatMap(({ roots }) => roots));
  const begunLater = textRoots(kind, doc)
    .filter((name) => !wanted.has(name))
    .map((name) => doc.getXmlFragment(name))
    .filter((fragment) => !isEmptyText(fragment));
  const replaced = copies.filter(({ roots }) => roots.some((name) => !isSame(doc, old, name)));
  // A language that came later keeps its empty lines, so that no two editors make the first one.
  for (const fragment of begunLater) {
    clear(fragment);
    fragment.insert(0, [emptyParagraph()]);
  }
  for (const { roots, update } of replaced) {
    for (const name of roots) clear(doc.getXmlFragment(name));
    Y.applyUpdate(doc, update);
  }
  const fields = fieldsOf(kind).filter(
    (field) => !isSameValue(doc.getMap(fieldsMap).get(field), old.getMap(fieldsMap).get(field)),
  );
  for (const field of fields) {
    const value = old.getMap(fieldsMap).get(field);
    if (value === undefined) doc.getMap(fieldsMap).delete(field);
    else doc.getMap(fieldsMap).set(field, value);
  }
  return begunLater.length + replaced.length + fields.length > 0;
}

function fieldsOf(kind: DocumentKind): readonly FieldName[] {
  return kind === 'record' ? fieldNames : [];
}

function clear(fragment: Y.XmlFragment): void {
  fragment.delete(0, fragment.length);
}

function isSame(doc: Y.Doc, old: Y.Doc, root: string): boolean {
  return isSameValue(contentOf(doc.getXmlFragment(root)), contentOf(old.getXmlFragment(root)));
}

function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
