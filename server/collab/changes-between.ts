import type * as Y from 'yjs';
import type { Db } from '@/db/client';
import { fullEffort } from '@/platform/compare-words';
import type { RecordChanges } from '@/platform/ports';
import { changedFields } from './changed-fields';
import { changedLines } from './changed-lines';
import { recordTexts } from './draft-of';
import type { Ledger } from './ledger';
import { loadDocument, loadLedger } from './load-document';
import { numberOf } from './number-of';
import { linesOf } from './text-lines';

type Label = (sourceId: string) => string;

/** What changed in a record between two numbers, word by word, with marks and the forms of lines, and by whom (PROTOCOL P47). */
export async function changesBetween(
  db: Db,
  document: string,
  { from, to }: { from: number; to: number },
  label: Label,
): Promise<RecordChanges | undefined> {
  const numbers = [await numberOf(db, 'record', document, from), await numberOf(db, 'record', document, to)];
  if (numbers.includes(undefined) || from > to) return undefined;
  const { doc: before } = await loadDocument(db, document, from);
  const { doc: after } = await loadDocument(db, document, to);
  const ledger = await loadLedger(db, document, to);
  try {
    return { from, to, texts: changedTexts(before, after, ledger, label), fields: changedFields(before, after, ledger) };
  } finally {
    before.destroy();
    after.destroy();
  }
}

function changedTexts(before: Y.Doc, after: Y.Doc, ledger: Ledger, label: Label): RecordChanges['texts'] {
  // One for all of them: a member may write in as many texts and languages as a document holds.
  const effort = fullEffort();
  const texts = new Map([...recordTexts(before), ...recordTexts(after)].map((text) => [text.name, text]));
  return [...texts.values()].flatMap(({ name, language, text }) => {
    const [old, now] = [before, after].map((doc) => linesOf(doc.getXmlFragment(name), label));
    const lines = changedLines(old ?? [], now ?? [], { before, ledger, effort });
    return lines === undefined ? [] : [{ language, text, lines }];
  });
}
