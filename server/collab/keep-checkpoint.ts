import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { documentCheckpoints } from '@/db/schema';
import type { MadeCheckpoint } from './make-checkpoint';
import { digestOf } from './read-checkpoint';

/** Stores a checkpoint when it is newer than what is there: any number of processes may have made one (PROTOCOL P41). Says whether it did. */
export async function keepCheckpoint(
  db: Db,
  { document, seq, made, at }: { document: string; seq: number; made: MadeCheckpoint; at: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { seq: number } = documentCheckpoints;
    const here = eq(documentCheckpoints.document, document);
    const [newest] = await tx.select({ seq: number }).from(documentCheckpoints).where(here).orderBy(desc(number)).limit(1);
    if (newest !== undefined && newest.seq >= seq) return false;
    const kept = await tx
      .insert(documentCheckpoints)
      .values({ ...made, document, seq, stateSha256: digestOf(made.state), ledgerSha256: digestOf(made.ledger), at })
      .onConflictDoNothing()
      .returning({ seq: number });
    const all = await tx.select({ seq: number }).from(documentCheckpoints).where(here).orderBy(asc(number));
    const spare = spareOf(all.map((row) => row.seq));
    if (spare.length > 0) await tx.delete(documentCheckpoints).where(and(here, inArray(number, spare)));
    return kept.length > 0;
  });
}

/** Removes a checkpoint that is not what was stored. */
export async function removeCheckpoint(db: Db, document: string, seq: number): Promise<void> {
  await db.delete(documentCheckpoints).where(and(eq(documentCheckpoints.document, document), eq(documentCheckpoints.seq, seq)));
}

/**
 * The checkpoints that may go, of numbers in ascending order. The two newest stay; of the older ones, each at least twice the number of the one before it, so
 * that all of them together are at most about three times the document, and any old version is near enough.
 */
function spareOf(seqs: readonly number[]): number[] {
  let last = 0;
  return seqs.slice(0, -2).filter((seq) => {
    if (seq < 2 * last) return true;
    last = seq;
    return false;
  });
}
