import type { Db } from '@/db/client';
import { type DraftValue, type DraftValues, draftRoot } from '@/domain/charter/draft';
import { encoded } from './encode-draft';
import { loadDocument } from './load-document';
import { numberOf } from './number-of';

/** What a draft of the charter begins with, as one Yjs update of the server's own (PROTOCOL P15). */
export function encodeCharterDraft(values: Readonly<Record<string, DraftValue>>): Uint8Array {
  return encoded((doc) => {
    const map = doc.getMap<DraftValue>(draftRoot);
    for (const [key, value] of Object.entries(values)) map.set(key, value);
  });
}

/** What a draft of the charter held after update `seq`, from the log and its checkpoints alone. Undefined: no such draft or number. */
export async function charterDraftAt(
  db: Db,
  document: string,
  seq?: number,
): Promise<{ seq: number; values: DraftValues } | undefined> {
  const at = await numberOf(db, 'charter', document, seq);
  if (at === undefined) return undefined;
  const { doc } = await loadDocument(db, document, at);
  try {
    return { seq: at, values: doc.getMap<unknown>(draftRoot).toJSON() };
  } finally {
    doc.destroy();
  }
}
