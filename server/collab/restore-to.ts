import * as Y from 'yjs';
import type { Db } from '@/db/client';
import { documentCredits } from '@/db/schema';
import { fieldNames, fieldsMap } from '@/domain/record/shape';
import { type As, appendAs } from './append-as';
import type { Documents } from './documents';
import { recordTexts } from './draft-of';
import { emptyParagraph } from './encode-draft';
import { loadDocument, loadLedger } from './load-document';
import { numberOfRecord } from './projection-at';
import { type RestoreCopy, restoreCopies } from './restore-copies';
import { contentOf } from './text-lines';

/**
 * Makes a record say again what it said at `seq`, as one new edit through the same admission and append as the socket (PROTOCOL P46). Only texts that
 * differ are replaced, so who types in another one goes on undisturbed.
 */
export async function restoreTo(
  { db, documents }: { db: Db; documents: Documents },
  document: string,
  seq: number,
  as: As,
): Promise<{ seq: number; changed: boolean } | undefined> {
  if (seq < 1 || (await numberOfRecord(db, document, seq)) === undefined) return undefined;
  const { doc: old } = await loadDocument(db, document, seq);
  try {
    const copies = restoreCopies(old, await loadLedger(db, document, seq));
    await keepCredits(db, document, copies, as.at);
    let changed = false;
    const number = await appendAs(documents, document, as, (doc) => {
      changed = bringBack(doc, old, copies);
    });
    return { seq: number, changed };
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
function bringBack(doc: Y.Doc, old: Y.Doc, copies: readonly RestoreCopy[]): boolean {
  const wanted = new Set(copies.flatMap(({ roots }) => roots));
  const begunLater = recordTexts(doc).filter(({ name, fragment }) => !wanted.has(name) && !isEmpty(fragment));
  const replaced = copies.filter(({ roots }) => roots.some((name) => !isSame(doc, old, name)));
  for (const { fragment } of begunLater) {
    clear(fragment);
    fragment.insert(0, [emptyParagraph()]);
  }
  for (const { roots, update } of replaced) {
    for (const name of roots) clear(doc.getXmlFragment(name));
    Y.applyUpdate(doc, update);
  }
  const fields = fieldNames.filter((field) => !isSameValue(doc.getMap(fieldsMap).get(field), old.getMap(fieldsMap).get(field)));
  for (const field of fields) {
    const value = old.getMap(fieldsMap).get(field);
    if (value === undefined) doc.getMap(fieldsMap).delete(field);
    else doc.getMap(fieldsMap).set(field, value);
  }
  return begunLater.length + replaced.length + fields.length > 0;
}

function clear(fragment: Y.XmlFragment): void {
  fragment.delete(0, fragment.length);
}

function isSame(doc: Y.Doc, old: Y.Doc, root: string): boolean {
  return isSameValue(contentOf(doc.getXmlFragment(root)), contentOf(old.getXmlFragment(root)));
}

/** A language that came later keeps its empty lines: two editors that each made the first one would have one of them removed again. */
function isEmpty(fragment: Y.XmlFragment): boolean {
  return isSameValue(contentOf(fragment), [{ name: 'paragraph', attributes: [], inner: [] }]);
}

function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
