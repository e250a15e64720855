import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Db } from '@/db/handle';
import { claims, documents, documentUpdates } from '@/db/schema';
import { type DraftValue, draftRoot } from '@/domain/charter/draft';
import { notesDocument, recordDocument } from '@/domain/record/document-name';
import type { DraftTexts, RecordDraft } from '@/domain/record/draft';
import { fieldsMap, rootName, textNames } from '@/domain/record/shape';
import type { CollabPort } from '@/platform/ports';
import { authorshipOf } from '@/server/collab/authorship-of';
import { changesBetween } from '@/server/collab/changes-between';
import { charterDraftAt, encodeCharterDraft } from '@/server/collab/charter-draft';
import { notesRoot } from '@/server/collab/content-rules';
import { createNotes } from '@/server/collab/create-notes';
import { encodeDraft } from '@/server/collab/encode-draft';
import { beginTexts } from '@/server/collab/language-texts';
import { notesAt, notesChangesBetween } from '@/server/collab/notes-at';
import { projectionAt } from '@/server/collab/projection-at';
import { readLog } from '@/server/collab/read-log';
import { replay } from '@/server/collab/replay';

/** What live editing offers to commands, over the log alone: no room, no socket. */
export function recordPort(db: Db): CollabPort {
  return {
    projectionAt: (document, seq) => projectionAt(db, document, seq),
    authorshipOf: (document) => authorshipOf(db, document),
    changesBetween: (document, range, label) => changesBetween(db, document, range, label),
    notesAt: (document, seq) => notesAt(db, document, seq),
    notesChangesBetween: (document, range) => notesChangesBetween(db, document, range),
    // A test that restores brings a server of its own.
    restoreTo: () => Promise.reject(new Error('There is no room here to restore in.')),
    beginLanguage: async (document, language, by) => {
      await editLog(db, document, by, (doc) => beginTexts(doc, language));
      return 'begun';
    },
    clearLanguage: () => Promise.reject(new Error('There is no room here to take words out.')),
    checkpointNow: async () => undefined,
    charterDraftAt: (document, seq) => charterDraftAt(db, document, seq),
    encodeCharterDraft,
    encodeDraft,
    recheckAccess: () => undefined,
  };
}

type Writer = { personId: string; partyId: string; at: Date };
export type Written = { language: string; texts?: Partial<DraftTexts>; fields?: RecordDraft['fields'] };

/** What a person's typing leaves in the log: the named texts replaced by theirs, the named fields set. Answers the new sequence number. */
export async function editRecord(
  db: Db,
  claimId: string,
  { personId, partyId, at }: Writer,
  { language, texts = {}, fields = {} }: Written,
): Promise<number> {
  // The nodes of a draft that holds only these texts, moved into the living document.
  const draft = new Y.Doc();
  Y.applyUpdate(draft, encodeDraft({ texts: { [language]: { ...emptied, ...texts } }, fields: {} }));
  return editLog(db, recordDocument(claimId), { personId, partyId, at }, (doc) => {
    for (const name of textNames) if (texts[name] !== undefined) replaceText(doc, draft, rootName(name, language));
    for (const [name, value] of Object.entries(fields)) doc.getMap(fieldsMap).set(name, value);
  });
}

/** What a person's typing leaves in the notes of their party: another line. Answers the new sequence number. */
export async function editNotes(db: Db, claimId: string, writer: Writer, words: string): Promise<number> {
  const { personId, partyId, at } = writer;
  const name = notesDocument(claimId, partyId);
  const [claim] = await db.select({ workspaceId: claims.workspaceId }).from(claims).where(eq(claims.id, claimId));
  if (claim === undefined) throw new Error(`There is no claim ${claimId} to make notes on.`);
  await createNotes(db, { name, workspaceId: claim.workspaceId, claimId, partyId, personId, at });
  return editLog(db, name, writer, (doc) => {
    const line = new Y.XmlElement('paragraph');
    line.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment(notesRoot).push([line]);
  });
}

/** What choosing in a draft of the charter leaves in its log. Answers the new sequence number. */
export function editCharterDraft(db: Db, document: string, writer: Writer, values: Record<string, DraftValue>): Promise<number> {
  return editLog(db, document, writer, (doc) => {
    for (const [key, value] of Object.entries(values)) doc.getMap<DraftValue>(draftRoot).set(key, value);
  });
}

async function editLog(db: Db, document: string, { personId, partyId, at }: Writer, edit: (doc: Y.Doc) => void): Promise<number> {
  const [row] = await db.select().from(documents).where(eq(documents.name, document));
  if (row === undefined) throw new Error(`There is no document ${document}: open its claim first.`);
  const doc = replay(await readLog(db, document, row.headSeq));
  const before = Y.encodeStateVector(doc);
  doc.transact(() => edit(doc));
  const update = Y.encodeStateAsUpdate(doc, before);
  const seq = row.headSeq + 1;
  await db.insert(documentUpdates).values({ document, seq, personId, partyId, at, update });
  await db.update(documents).set({ headSeq: seq }).where(eq(documents.name, document));
  return seq;
}

const emptied: DraftTexts = { title: '', question: '', finding: '', claimText: '', context: '', summary: '', analysis: [] };

function replaceText(doc: Y.Doc, draft: Y.Doc, root: string): void {
  const target = doc.getXmlFragment(root);
  target.delete(0, target.length);
  const nodes = draft.getXmlFragment(root).toArray();
  target.insert(
    0,
    nodes.map((node) => node.clone() as Y.XmlElement),
  );
}
