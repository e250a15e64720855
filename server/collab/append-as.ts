import * as Y from 'yjs';
import type { Barred } from '@/platform/ports';
import type { Seat } from './append';
import type { RejectionReason } from './codes';
import type { Documents, Held } from './documents';

/** Who an edit is by. With a `seat` it commits only while that seat and its session count (PROTOCOL P22); without, nobody's right is asked. */
export type As = { personId: string; partyId: string; at: Date; seat?: Seat };

/** One Yjs client id per person and open document, so that what a person wrote in several edits can be joined. Never an id of a browser. */
const clientIds = new WeakMap<Held['open'], Map<string, number>>();

/**
 * An edit by a person, made on the server: the demo world and tests write through the same admission and append as the socket.
 * Gives the sequence number at which the edit is in the log; throws when the content is refused.
 */
export async function appendAs(
  documents: Documents,
  document: string,
  { personId, partyId, at, seat }: As,
  edit: (doc: Y.Doc) => void,
): Promise<number> {
  const held = await documents.hold(document);
  if (held === undefined) throw new Error(`There is no document ${document} to edit.`);
  const { open, release } = held;
  return new Promise<number>((resolve, reject) => {
    open.room.submit({
      author: () => ({ personId, partyId, bar: undefined, seat }),
      at,
      step: 'step-two',
      update: (doc) => editCopy(doc, clientIdOf(open, personId), edit),
      settled: (verdict) => {
        if (verdict.verdict === 'right-lost') reject(new RightLostError('right-lost'));
        else if (verdict.verdict === 'rejected')
          reject(verdict.reason === 'claim-closed' ? new RightLostError(verdict.reason) : new EditRefusedError(verdict.reason));
        else resolve(verdict.verdict === 'saved' ? verdict.seq : open.room.seq);
      },
      abandoned: reject,
    });
  }).finally(release);
}

function editCopy(doc: Y.Doc, clientId: number, edit: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = clientId;
  const before = Y.encodeStateVector(copy);
  copy.transact(() => edit(copy));
  const update = Y.encodeStateAsUpdate(copy, before);
  copy.destroy();
  return update;
}

function clientIdOf(open: Held['open'], personId: string): number {
  const known = clientIds.get(open) ?? new Map<string, number>();
  clientIds.set(open, known);
  const id = known.get(personId) ?? new Y.Doc().clientID;
  known.set(personId, id);
  return id;
}

/** The right ended, or the claim was closed, before the edit could commit. */
export class RightLostError extends Error {
  readonly why: Barred;

  constructor(why: Barred) {
    super('The right to edit has ended.');
    this.name = 'RightLostError';
    this.why = why;
  }
}

export class EditRefusedError extends Error {
  readonly reason: RejectionReason;

  constructor(reason: RejectionReason) {
    super(`The edit was refused: ${reason}.`);
    this.name = 'EditRefusedError';
    this.reason = reason;
  }
}
