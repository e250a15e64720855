import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { corrections, retractions, revisions } from '@/db/schema';

type Answer = { kind: 'correction' | 'retraction'; number: number };

/** What answers these challenges in public, by their ids: a published correction, or a retraction that was made (SPEC GC7). */
export async function answersTo(challengeIds: string[], conn: Db): Promise<Map<string, Answer>> {
  if (challengeIds.length === 0) return new Map();
  const [corrected, retracted] = await Promise.all([
    conn
      .select({ challengeId: corrections.challengeId, number: revisions.number })
      .from(corrections)
      .innerJoin(revisions, eq(revisions.id, corrections.revisionId))
      .where(and(inArray(corrections.challengeId, challengeIds), isNotNull(revisions.publishedAt))),
    conn
      .select({ challengeId: retractions.challengeId, number: revisions.number })
      .from(retractions)
      .innerJoin(revisions, eq(revisions.id, retractions.revisionId))
      .where(and(inArray(retractions.challengeId, challengeIds), eq(retractions.state, 'made'))),
  ]);
  return new Map<string, Answer>([
    ...corrected.map(({ challengeId, number }) => [challengeId ?? '', { kind: 'correction', number }] as const),
    ...retracted.map(({ challengeId, number }) => [challengeId ?? '', { kind: 'retraction', number }] as const),
  ]);
}
