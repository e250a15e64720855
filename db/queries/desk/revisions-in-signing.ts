import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { revisions, signOffs } from '@/db/schema';
import type { Decision } from '@/domain/charter/facts';
import { stands } from '../stands';
import { claimRows } from './claim-rows';

export type RevisionInSigning = {
  id: string;
  claimId: string;
  claimNumber: number;
  heading: string;
  language: string;
  number: number;
  proposedBy: string;
  proposedByParty: string;
  frozenAt: Date;
  sha256: string;
  signOffs: { partyId: string; personId: string; decision: Decision }[];
};

/** The revisions that wait for signatures, the newest first. */
export async function revisionsInSigning({ workspaceId }: { workspaceId: string }, conn: Db): Promise<RevisionInSigning[]> {
  const open = await conn
    .select({
      id: revisions.id,
      claimId: revisions.claimId,
      number: revisions.number,
      proposedBy: revisions.proposedBy,
      proposedByParty: revisions.proposedByParty,
      frozenAt: revisions.frozenAt,
      sha256: revisions.sha256,
    })
    .from(revisions)
    .where(and(eq(revisions.workspaceId, workspaceId), eq(revisions.state, 'signing')))
    .orderBy(desc(revisions.frozenAt));
  if (open.length === 0) return [];
  const made = await conn
    .select({
      revisionId: signOffs.revisionId,
      partyId: signOffs.partyId,
      personId: signOffs.personId,
      decision: signOffs.decision,
    })
    .from(signOffs)
    .where(
      and(
        inArray(
          signOffs.revisionId,
          open.map(({ id }) => id),
        ),
        stands,
      ),
    )
    .orderBy(signOffs.position);
  const claims = new Map(
    (await claimRows({ workspaceId, claimIds: open.map(({ claimId }) => claimId) }, conn)).map((row) => [row.id, row]),
  );
  return open.map((revision) => ({
    ...revision,
    claimNumber: claims.get(revision.claimId)?.number ?? 0,
    heading: claims.get(revision.claimId)?.heading ?? '',
    language: claims.get(revision.claimId)?.language ?? '',
    signOffs: made.filter(({ revisionId }) => revisionId === revision.id),
  }));
}
