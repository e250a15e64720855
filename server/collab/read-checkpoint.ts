import { createHash } from 'node:crypto';
import { and, desc, eq, lte } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { documentCheckpoints } from '@/db/schema';

/** `isDamaged`: what is stored is not what was stored, and nobody may build on it (PROTOCOL P42). */
export type ReadCheckpoint<Part> = { seq: number; isDamaged: boolean } & Part;

/** The newest state of a document up to `seq`. The ledger stays where it is: whoever opens a document never asks who wrote it. */
export async function readState(
  db: Db,
  document: string,
  seq?: number,
): Promise<ReadCheckpoint<{ state: Uint8Array }> | undefined> {
  const { seq: number, state, stateSha256 } = documentCheckpoints;
  const [row] = await db
    .select({ seq: number, state, stateSha256 })
    .from(documentCheckpoints)
    .where(upTo(document, seq))
    .orderBy(desc(number))
    .limit(1);
  return row && { seq: row.seq, state: row.state, isDamaged: digestOf(row.state) !== row.stateSha256 };
}

/** The same for the ledger alone. */
export async function readLedger(
  db: Db,
  document: string,
  seq?: number,
): Promise<ReadCheckpoint<{ ledger: Uint8Array }> | undefined> {
  const { seq: number, ledger, ledgerSha256 } = documentCheckpoints;
  const [row] = await db
    .select({ seq: number, ledger, ledgerSha256 })
    .from(documentCheckpoints)
    .where(upTo(document, seq))
    .orderBy(desc(number))
    .limit(1);
  return row && { seq: row.seq, ledger: row.ledger, isDamaged: digestOf(row.ledger) !== row.ledgerSha256 };
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function upTo(document: string, seq: number | undefined) {
  return and(eq(documentCheckpoints.document, document), seq === undefined ? undefined : lte(documentCheckpoints.seq, seq));
}
