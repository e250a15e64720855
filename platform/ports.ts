import type { DraftValue, DraftValues } from '@/domain/charter/draft';
import type { RecordDraft } from '@/domain/record/draft';
import type { Block, FieldName, Mark, TextName } from '@/domain/record/shape';

/** How many characters of the living text one person wrote, in all languages of the record's list, counted from the log and never from the document (C20). */
export type AuthorShare = { personId: string; partyId: string; characters: number };

/** A person, and the party that the person wrote for at the time. */
export type Author = { personId: string; partyId: string };

/** Who wrote each stretch of clocks of each Yjs client id, living or deleted, up to `seq`; `author` counts in `authors`. */
export type WrittenBy = {
  seq: number;
  authors: Author[];
  written: [clientId: number, fromClock: number, toClock: number, author: number][];
};

/** A piece of a comparison; `by` is who inserted or deleted it, where the log says so. Letters that stayed may have got or lost marks. */
export type ChangedPart = { kind: 'same' | 'added' | 'removed'; text: string; by?: Author; marks?: MarkChange[] };
export type MarkChange = { mark: Mark; isOn: boolean; by?: Author };
/** What a line is, and the lists and quotations that it stands in, the outermost first. */
export type LineForm = { is: 'paragraph' | 'heading2' | 'heading3'; within: ('bulletList' | 'orderedList' | 'quotation')[] };
/** A line of a text beside its counterpart. `form` is there when it became another: a heading, an item of a list, a quotation. */
export type ChangedLine = { parts: ChangedPart[]; form?: { before: LineForm; after: LineForm; by?: Author } };

/** What changed in a record from one number to a later one. Texts and fields that are the same are left out. */
export type RecordChanges = {
  from: number;
  to: number;
  texts: { language: string; text: TextName; lines: ChangedLine[] }[];
  fields: { field: FieldName; before: FieldValue; after: FieldValue; by?: Author }[];
};
export type FieldValue = string | string[] | null;

/** A party's private notes at one number, and what changed in them between two. */
export type NotesVersion = { seq: number; blocks: Block[] };
export type NotesChanges = { from: number; to: number; lines: ChangedLine[] };

/** Why an edit that a person asked for was not made: the right ended, or the claim was closed meanwhile. */
export type Barred = 'right-lost' | 'claim-closed';

/** A document at one sequence number: what it says, and who wrote what of it. `seq` is gapless per document. */
export type Projection = { document: string; seq: number; draft: RecordDraft; shares: AuthorShare[] };

/**
 * What the collaboration server offers to commands and pages of the same process. app and commands never import server:
 * they meet here, on `globalThis`, because Next's bundles and the server are two module graphs.
 */
export type CollabPort = {
  /** The document exactly as it was after update `seq`; the newest when `seq` is left out. Undefined: no such document or number. */
  projectionAt(document: string, seq?: number): Promise<Projection | undefined>;
  /** Who wrote what of a record, as the log tells it at its newest number. Undefined: no such record; private notes have no such answer. */
  authorshipOf(document: string): Promise<WrittenBy | undefined>;
  /** What changed between two numbers of a record, and by whom; `label` names a cited source. Undefined: no such record or number. */
  changesBetween(
    document: string,
    range: { from: number; to: number },
    label: (sourceId: string) => string,
  ): Promise<RecordChanges | undefined>;
  /** A party's private notes after update `seq`, and what changed in them. Whoever asks has made sure that they are of that party. Undefined: no such notes or number. */
  notesAt(document: string, seq: number): Promise<NotesVersion | undefined>;
  notesChangesBetween(document: string, range: { from: number; to: number }): Promise<NotesChanges | undefined>;
  /**
   * Makes a record, or the notes of this person's party, say again what they said at `seq`, as one new edit of this person; history stays as it is. Answers the number of that edit, or that there
   * was nothing to change, or that the right ended before it could commit, or that the record has no
   * room for it. Undefined: no such record or number.
   */
  restoreTo(
    document: string,
    seq: number,
    by: { personId: string; sid: string; at: Date },
  ): Promise<{ seq: number; changed: boolean } | Barred | 'does-not-fit' | undefined>;
  /** Gives every text of a language a line to write in, once for all editors; texts that are begun stay as they are. */
  beginLanguage(
    document: string,
    language: string,
    by: { personId: string; partyId: string; at: Date },
  ): Promise<'begun' | Barred | 'does-not-fit'>;
  /** Takes every word of a language out of a record, as one edit of this person. Undefined: no such record. */
  clearLanguage(
    document: string,
    language: string,
    by: { personId: string; sid: string; at: Date },
  ): Promise<'cleared' | Barred | undefined>;
  /** Keeps a checkpoint of what the log holds now, so that this moment is quick to come back to. */
  checkpointNow(document: string): Promise<void>;
  /** What a draft of the charter held after update `seq`; the newest when `seq` is left out. Undefined: no such draft or number. */
  charterDraftAt(document: string, seq?: number): Promise<{ seq: number; values: DraftValues } | undefined>;
  /** What a draft of the charter begins with, as one Yjs update. */
  encodeCharterDraft(values: Readonly<Record<string, DraftValue>>): Uint8Array;
  /**
   * A first draft as one Yjs update. A command stores it as update 1 in the transaction that creates the document, so that
   * initial content is made once, by the server: two makers would double it.
   */
  encodeDraft(draft: RecordDraft): Uint8Array;
  /** Asks the server to look again at who may stay connected (a role changed, a session ended). */
  recheckAccess(): void;
};

const key = Symbol.for('countersign');
type Holder = { [key]?: CollabPort };

export function provideCollabPort(port: CollabPort): void {
  (globalThis as Holder)[key] = port;
}

export function collabPort(): CollabPort {
  const port = (globalThis as Holder)[key];
  if (port === undefined) throw new Error('The collaboration server has not started in this process.');
  return port;
}
