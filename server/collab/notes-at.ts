import type { Db } from '@/db/client';
import type { NotesChanges, NotesVersion } from '@/platform/ports';
import { changedLines } from './changed-lines';
import { notesRoot } from './content-rules';
import { loadDocument, loadLedger } from './load-document';
import { numberOf } from './number-of';
import { linesOf } from './text-lines';
import { readBlocks } from './text-tree';

/** Private notes as they were after update `seq`: read for their party and kept nowhere (PROTOCOL P51). */
export async function notesAt(db: Db, document: string, seq: number): Promise<NotesVersion | undefined> {
  if ((await numberOf(db, 'notes', document, seq)) === undefined) return undefined;
  const { doc } = await loadDocument(db, document, seq);
  try {
    return { seq, blocks: readBlocks(doc.getXmlFragment(notesRoot)) };
  } finally {
    doc.destroy();
  }
}

/** What changed in private notes between two numbers, and by whom of their party. */
export async function notesChangesBetween(
  db: Db,
  document: string,
  { from, to }: { from: number; to: number },
): Promise<NotesChanges | undefined> {
  const numbers = [await numberOf(db, 'notes', document, from), await numberOf(db, 'notes', document, to)];
  if (numbers.includes(undefined) || from > to) return undefined;
  const { doc: before } = await loadDocument(db, document, from);
  const { doc: after } = await loadDocument(db, document, to);
  const ledger = await loadLedger(db, document, to);
  try {
    const [old, now] = [before, after].map((doc) => linesOf(doc.getXmlFragment(notesRoot), nothingCited));
    return { from, to, lines: changedLines(old ?? [], now ?? [], { before, ledger }) ?? [] };
  } finally {
    before.destroy();
    after.destroy();
  }
}

/** Notes cite nothing: nothing of them is ever published. */
const nothingCited = () => '';
