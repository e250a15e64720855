import type * as Y from 'yjs';
import type { Db } from '@/db/client';
import { Ledger } from './ledger';
import { readLedger, readState } from './read-checkpoint';
import { readCredits, readLog } from './read-log';
import { replay } from './replay';

/** How much of a log stands behind its newest checkpoint. */
export type Tail = { rows: number; bytes: number; checkpointBytes: number };
export type Loaded = { doc: Y.Doc; seq: number; tail: Tail; isDamaged: boolean };

/** A document as it was after update `seq`, or as it is: its newest sound checkpoint and the rows after it (PROTOCOL P40, P42). */
export async function loadDocument(db: Db, name: string, seq?: number): Promise<Loaded> {
  const stored = await readState(db, name, seq);
  const checkpoint = stored?.isDamaged ? undefined : stored;
  const rows = await readLog(db, name, seq, checkpoint?.seq);
  return {
    doc: replay(rows, checkpoint?.state),
    seq: rows.at(-1)?.seq ?? checkpoint?.seq ?? 0,
    tail: {
      rows: rows.length,
      bytes: rows.reduce((sum, row) => sum + row.update.byteLength, 0),
      checkpointBytes: checkpoint?.state.byteLength ?? 0,
    },
    isDamaged: stored?.isDamaged ?? false,
  };
}

/** Who wrote and deleted what up to update `seq`, without the document itself. */
export async function loadLedger(db: Db, name: string, seq?: number): Promise<Ledger> {
  const stored = await readLedger(db, name, seq);
  const checkpoint = stored?.isDamaged ? undefined : stored;
  const rows = await readLog(db, name, seq, checkpoint?.seq);
  const credits = await readCredits(db, name);
  const ledger = checkpoint === undefined ? new Ledger() : Ledger.decode(checkpoint.ledger);
  for (const row of rows) ledger.add(row, credits);
  return ledger;
}
