import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, retractions } from '@/db/schema';
import { type DeskRetraction, retractionsOfDesk } from './retraction-of-desk';

/** A retraction that waits for signatures, and for whose (C35). */
export type OpenRetraction = Pick<DeskRetraction, 'id' | 'proposedByParty' | 'proposedAt'> & {
  claimId: string;
  claimNumber: number;
  missing: string[];
};

/** The retractions of a desk that are being signed, the oldest first. Few: a verdict has one at most. */
export async function openRetractions({ workspaceId }: { workspaceId: string }, conn: Db): Promise<OpenRetraction[]> {
  const rows = await conn
    .select({ claimId: claims.id, claimNumber: claims.number })
    .from(retractions)
    .innerJoin(claims, eq(claims.id, retractions.claimId))
    .where(and(eq(retractions.workspaceId, workspaceId), eq(retractions.state, 'proposed')))
    .orderBy(asc(retractions.proposedAt));
  const all = await Promise.all(
    rows.map(async (row) => ({ ...row, ...(await retractionsOfDesk({ ...row, workspaceId }, conn)) })),
  );
  return all.flatMap(({ claimId, claimNumber, open }) => {
    if (open === undefined) return [];
    const { id, proposedByParty, proposedAt, missing } = open;
    return [{ id, proposedByParty, proposedAt, claimId, claimNumber, missing }];
  });
}
