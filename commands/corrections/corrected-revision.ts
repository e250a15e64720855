import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { revisions } from '@/db/schema';
import { type LeastGrade, leastGrade } from '@/domain/correction/least-grade';
import { FrozenRecord } from '@/domain/record/frozen-record';

/** What a new revision of a claim corrects, and the least grade of that (C33). */
export type Corrected = { revisionId: string; number: number; record: FrozenRecord; isRetracted: boolean; least: LeastGrade };

type Standing = Pick<typeof revisions.$inferSelect, 'id' | 'number' | 'state' | 'outcome' | 'bytes'>;

/** The revision that the public has read last: published, or retracted since. None before the first publication. */
export async function standingRevision(claimId: string, conn: Db | Tx): Promise<Standing | undefined> {
  const { id, number, state, outcome, bytes } = revisions;
  const [row] = await conn
    .select({ id, number, state, outcome, bytes })
    .from(revisions)
    .where(and(eq(revisions.claimId, claimId), inArray(revisions.state, ['published', 'retracted'])))
    .orderBy(desc(revisions.number))
    .limit(1);
  return row;
}

/** What came of a retraction is never less than substantial: there is no verdict that it could be a small change of (SPEC GC2, RT7). */
export function correctedBy(standing: Standing, record: FrozenRecord, parameters: { minorCharacters: number }): Corrected {
  const before = FrozenRecord.parse(JSON.parse(new TextDecoder().decode(standing.bytes)));
  const least = leastGrade(before, record, parameters);
  const isRetracted = standing.state === 'retracted';
  return {
    ...{ revisionId: standing.id, number: standing.number, record: before, isRetracted },
    least: isRetracted ? { ...least, grade: 'substantial' } : least,
  };
}
