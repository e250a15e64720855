import * as Y from 'yjs';
import { type Credits, Ledger } from './ledger';
import type { LogRow } from './read-log';
import { replay } from './replay';

/** What a checkpoint is made of: the one before it, if any, and every row since. */
export type CheckpointParts = {
  before: { state: Uint8Array; ledger: Uint8Array } | undefined;
  rows: readonly LogRow[];
  credits: Credits;
};
export type MadeCheckpoint = { state: Uint8Array; stateVector: Uint8Array; ledger: Uint8Array };

/**
 * A checkpoint, read back and compared before anybody may rely on it (PROTOCOL P41). Throws when something is pending, when the copy is not the
 * document, or when part of it has no author. It belongs into the worker thread: for a large document it takes a while.
 */
export function makeCheckpoint({ before, rows, credits }: CheckpointParts): MadeCheckpoint {
  const doc = replay(rows, before?.state);
  const state = Y.encodeStateAsUpdate(doc);
  const copy = replay([{ update: state }]);
  for (const [name, made] of [['document', doc] as const, ['copy', copy] as const])
    if (made.store.pendingStructs !== null || made.store.pendingDs !== null)
      throw new UnsoundCheckpointError(`the ${name} waits for more`);
  if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(copy))) throw new UnsoundCheckpointError('the copy is another document');
  const ledger = before === undefined ? new Ledger() : Ledger.decode(before.ledger);
  for (const row of rows) ledger.add(row, credits);
  const stateVector = Y.encodeStateVector(doc);
  if (!ledger.covers(Y.decodeStateVector(stateVector))) throw new UnsoundCheckpointError('part of it has no author');
  doc.destroy();
  copy.destroy();
  return { state, stateVector, ledger: ledger.encode() };
}

class UnsoundCheckpointError extends Error {
  constructor(what: string) {
    super(`A checkpoint would not be sound: ${what}.`);
    this.name = 'UnsoundCheckpointError';
  }
}
